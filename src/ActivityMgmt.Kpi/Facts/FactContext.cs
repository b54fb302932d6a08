namespace ActivityMgmt.Kpi;

/// <summary>A fact with the other facts that say whose it is, what it is about and on which day it counts.</summary>
/// <remarks>Once it is selected it never changes; only a filter that looks through many facts puts one after the other into a context of its own.</remarks>
internal sealed class FactContext
{
    public required Fact Fact { get; set; }

    /// <summary>The day on which it counts.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>The events and premium that gave the day; empty when the fact itself did.</summary>
    public IReadOnlyList<Fact> DatedBy { get; init; } = [];

    /// <summary>The policy it is or belongs to; null when it belongs to none or the book doesn't know it.</summary>
    public PolicyFact? Policy { get; init; }

    /// <summary>Whose it is; null for the market and for policies the book doesn't know.</summary>
    public AgentId? Agent { get; set; }

    /// <summary>How much of it is the agent's, above 0 to 1.</summary>
    public decimal Share { get; init; } = 1m;

    /// <summary>The role that makes it the agent's; null when it is so without one.</summary>
    public PolicyRoleFact? Role { get; init; }

    /// <summary>What is known about the agent; null when nothing is.</summary>
    public AgentRecords? Records { get; init; }

    /// <summary>The agent's place on that day.</summary>
    public AssignmentFact? Assignment { get; init; }

    /// <summary>The agent's contract in force on that day; of somebody who has left, the last one before it.</summary>
    public AgentFact? Master { get; init; }

    /// <summary>The contracts before that one which it follows without a break, the nearest first: together they are the agent's tenure.</summary>
    public IReadOnlyList<AgentFact> EarlierContracts { get; init; } = [];

    /// <summary>The master data of the customer it is about.</summary>
    public CustomerFact? Customer { get; init; }

    /// <summary>Whether it is an agent's, a team's or the branch's; market readings are everybody's.</summary>
    public bool BelongsTo(Subject subject) => subject.Kind switch
    {
        SubjectKind.Branch => true,
        _ when Fact is MarketFact => true,
        SubjectKind.Team => Assignment is { } place && place.Team.Value == subject.Id,
        _ => Agent is { } agent && agent.Value == subject.Id,
    };

    /// <summary>The latest date of the facts in it, save those that a cut keeps: contract, assignment and role.</summary>
    public LocalDate KnownFrom
    {
        get
        {
            var latest = Fact.Date;
            foreach (var dated in DatedBy)
            {
                latest = LocalDate.Max(latest, dated.Date);
            }

            return LocalDate.Max(LocalDate.Max(latest, Policy?.Date ?? latest), Customer?.Date ?? latest);
        }
    }
}

/// <summary>An agent's contracts and places, each with the last one in front.</summary>
internal sealed record AgentRecords(IReadOnlyList<AgentFact> Masters, IReadOnlyList<AssignmentFact> Assignments)
{
    public bool IsOfMany => Masters.Count > 1 || Assignments.Count > 1;
}
