namespace ActivityMgmt.Domain;

/// <summary>How a headcount became another one: opening + joined + returned − left + moved in − moved out = closing.</summary>
/// <remarks>Who comes and goes within the period stands in both lists; who goes twice stands twice. Each list is in order of the day, then of the id.</remarks>
public sealed record HeadcountWalk
{
    /// <summary>The team, with all teams below it; <see langword="null"/> for everybody.</summary>
    public TeamId? Team { get; init; }

    /// <summary>First to last day, both included.</summary>
    public required DateInterval Period { get; init; }

    /// <summary>Active on the day before the first one.</summary>
    public required IReadOnlyList<AgentId> Opening { get; init; }

    /// <summary>Active for the first time, and here.</summary>
    public required IReadOnlyList<AgentId> Joined { get; init; }

    /// <summary>Active again, and here.</summary>
    public required IReadOnlyList<AgentId> Returned { get; init; }

    /// <summary>Active no more, and last here.</summary>
    public required IReadOnlyList<AgentId> Left { get; init; }

    /// <summary>Came from another part of the organisation, alone or with their team.</summary>
    public required IReadOnlyList<AgentId> MovedIn { get; init; }

    /// <summary>Went to another part of the organisation, alone or with their team.</summary>
    public required IReadOnlyList<AgentId> MovedOut { get; init; }

    /// <summary>Active on the last day.</summary>
    public required IReadOnlyList<AgentId> Closing { get; init; }

    /// <summary>Average headcount (平均人力): (opening + closing) ÷ 2, exact.</summary>
    public Quantity Average => Quantity.Fraction(Opening.Count + Closing.Count, 2m, Unit.Count);
}
