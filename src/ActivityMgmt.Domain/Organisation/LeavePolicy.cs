namespace ActivityMgmt.Domain;

/// <summary>Which leave spares an agent an assessment.</summary>
public sealed record LeavePolicy
{
    /// <summary>Maternity and sick leave of at least 30 days in the period.</summary>
    public static LeavePolicy Default { get; } = new();

    /// <summary>The kinds that spare it. <value><c>maternity</c> and <c>sick</c>.</value></summary>
    public IReadOnlyList<string> ExemptKinds { get; init; } = ["maternity", "sick"];

    /// <summary>How many days of one leave must lie in the period; as many are enough. <value>30.</value></summary>
    /// <exception cref="ArgumentException">It is zero or negative.</exception>
    public int MinimumDays { get; init => field = Guard.Against.NegativeOrZero(value); } = 30;

    /// <summary>The leave that spares an agent the assessment of a period, the first of several; <see langword="null"/> when none does.</summary>
    /// <param name="organisation">Who is on leave when.</param>
    /// <param name="agent">The agent.</param>
    /// <param name="period">The period that is assessed, both ends included.</param>
    public LeaveFact? Exempting(Organisation organisation, AgentId agent, DateInterval period)
    {
        Guard.Against.Null(organisation);
        Guard.Against.Null(period);
        return organisation.LeavesOf(agent).FirstOrDefault(l => ExemptKinds.Contains(l.Leave) && DaysIn(l, period) >= MinimumDays);
    }

    private static int DaysIn(LeaveFact leave, DateInterval period) =>
        new DateSpan(leave.Date, leave.Until).And(new(period.Start, period.End)) is { Until: { } last } days ? Period.DaysBetween(days.From, last) + 1 : 0;
}
