namespace ActivityMgmt.Domain;

/// <summary>An agent's place in the organisation. <see cref="Fact.Date"/> is its first day, included.</summary>
public sealed record AssignmentFact : Fact
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.Assignment;

    /// <summary>The agent.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>The team the agent belongs to.</summary>
    public required TeamId Team { get; init; }

    /// <summary>The agent's rank, such as <c>A2</c>.</summary>
    public required string Rank { get; init; }

    /// <summary>Whether the agent leads the team.</summary>
    public bool IsLeader { get; init; }

    /// <summary>The last day of the probation of the rank, included; <see langword="null"/> when it has none.</summary>
    public LocalDate? ProbationUntil { get; init; }

    /// <summary>Last day of it, included; <see langword="null"/> while it lasts.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>Whether it is in force on a day.</summary>
    public bool IsInForceOn(LocalDate date) => Date <= date && (Until is not { } until || date <= until);
}
