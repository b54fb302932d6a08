namespace ActivityMgmt.Kpi;

/// <summary>A fact that a measure counts: when, for whom, with which value, and which facts make it so.</summary>
internal sealed class SelectedFact(FactContext context, ExpressionValue value, FieldSources sources)
{
    // There are millions of them, and most measures count: the value is kept apart, and only where there is one.
    private readonly object? _value = value.IsUnknown ? null : value;

    public Fact Fact => context.Fact;

    public LocalDate Date => context.Date;

    public AgentId? Agent => context.Agent;

    public TeamId? Team => context.Assignment?.Team;

    /// <summary>The value of the measure's field; unknown when it has none.</summary>
    public ExpressionValue Value => _value is ExpressionValue known ? known : ExpressionValue.Unknown;

    /// <summary>What a field says about it on the day on which it counts.</summary>
    public ExpressionValue In(FactField field) => field.Read(context);

    /// <summary>How much of the fact is the agent's, above 0 to 1.</summary>
    public decimal Share => context.Share;

    /// <summary>Whether a role, not the fact itself, says whose it is: the same fact may then be there for others, too.</summary>
    public bool IsByRole => context.Role is not null;

    /// <summary>The fact and those that decide that it counts for a subject.</summary>
    public IEnumerable<FactReference> References(SubjectKind subject)
    {
        yield return context.Fact.Reference;
        if (context.Policy is { } policy && !ReferenceEquals(policy, context.Fact))
        {
            yield return policy.Reference;
        }

        foreach (var dated in context.DatedBy)
        {
            yield return dated.Reference;
        }

        if (context.Role is { } role)
        {
            yield return role.Reference;
        }

        if (context.Assignment is { } assignment && (subject == SubjectKind.Team || sources.HasFlag(FieldSources.Assignment)))
        {
            yield return assignment.Reference;
        }

        if (context.Master is { } master && sources.HasFlag(FieldSources.Master))
        {
            yield return master.Reference;
            foreach (var earlier in context.EarlierContracts)
            {
                yield return earlier.Reference;
            }
        }

        if (context.Customer is { } customer && sources.HasFlag(FieldSources.Customer))
        {
            yield return customer.Reference;
        }
    }

    public bool CountsFor(Subject subject, DateInterval period) => period.Contains(Date) && context.BelongsTo(subject);
}

/// <summary>A fact that would count differently, had others not happened.</summary>
/// <param name="Now">How it counts; empty when it doesn't.</param>
/// <param name="Otherwise">How it would count.</param>
/// <param name="Because">The facts that make the difference.</param>
internal sealed record HeldBackFact(IReadOnlyList<SelectedFact> Now, SelectedFact Otherwise, IReadOnlyList<Fact> Because);
