namespace ActivityMgmt.Kpi;

/// <summary>How a fact stands to a selection, for one of those whose it is.</summary>
/// <param name="Context">The fact, on the day on which it counts or, as long as that hasn't come, on its own.</param>
/// <param name="CountsBy">What happens on the day on which it counts, a code with a text; null when that day hasn't come or isn't known.</param>
/// <param name="KeptOut">Everything that keeps it out for whatever subject and period; empty when it counts.</param>
internal sealed record Standing(FactContext Context, string? CountsBy, IReadOnlyList<Reason> KeptOut)
{
    /// <summary>Everything that keeps it out for a subject in a period; empty exactly when it counts for them.</summary>
    public IReadOnlyList<Reason> KeptOutFor(Subject subject, DateInterval period) => [.. KeptOut, .. Elsewhere(subject, period)];

    /// <summary>Whether it could count in a period if one thing were different.</summary>
    public bool Touches(DateInterval period) =>
        period.Contains(Context.Fact.Date) || (CountsBy is null ? Context.Fact.Date <= period.End : period.Contains(Context.Date));

    /// <summary>The parts of a condition that keep a fact out: all of them have to become true. Empty exactly when the condition is true.</summary>
    public static IEnumerable<Reason> KeptOutBy(Expression where, Func<string, ExpressionValue> values) => where.WhyNotTrue(values).Select(part => Reason.Of(
        part.IsUnknown ? "kpi.why-not.filter-unknown" : "kpi.why-not.filter",
        ("where", where.Text),
        ("part", part.Text),
        ("seen", string.Join(", ", part.Names.Select(name => $"{name}: {Seen(values(name))}")))));

    private static string Seen(ExpressionValue value) => value switch
    {
        { IsUnknown: true } => "–",
        { Type: ExpressionType.Number } when value.Number.Unit == Unit.Count => ((ReasonValue)value.Number.ToDecimal()).Text,
        _ => value.ToString(),
    };

    private IEnumerable<Reason> Elsewhere(Subject subject, DateInterval period)
    {
        if (CountsBy is not null && !period.Contains(Context.Date))
        {
            yield return Reason.Of("kpi.why-not.date", ("by", ReasonValue.Term(CountsBy)), ("date", Context.Date), ("period", ReasonValue.Period(period)));
        }

        if (Context.BelongsTo(subject))
        {
            yield break;
        }

        yield return (Context.Agent, Context.Assignment) switch
        {
            (null, _) => Reason.Of("kpi.why-not.no-agent", ("date", Context.Date)),
            ({ } agent, _) when subject.Kind == SubjectKind.Agent => Reason.Of("kpi.why-not.other-agent", ("agent", agent.Value), ("date", Context.Date)),
            ({ } agent, null) => Reason.Of("kpi.why-not.no-team", ("agent", agent.Value), ("date", Context.Date)),
            ({ } agent, { } place) => Reason.Of("kpi.why-not.other-team", ("agent", agent.Value), ("team", place.Team.Value), ("date", Context.Date)),
        };
    }
}
