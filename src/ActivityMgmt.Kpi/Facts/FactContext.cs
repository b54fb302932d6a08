namespace ActivityMgmt.Kpi;

/// <summary>A fact with the other facts that say whose it is, what it is about and on which day it counts.</summary>
/// <remarks>Once it is selected it never changes; only a filter that looks through many facts puts one after the other into a context of its own.</remarks>
internal sealed class FactContext
{
    public required Fact Fact { get; set; }

    /// <summary>The day on which it counts.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>The event that gave the day; null when the fact itself did.</summary>
    public PolicyEventFact? DatedBy { get; init; }

    /// <summary>The policy it is or belongs to; null when it belongs to none or the book doesn't know it.</summary>
    public PolicyFact? Policy { get; init; }

    /// <summary>Whose it is; null for the market and for policies the book doesn't know.</summary>
    public AgentId? Agent { get; set; }

    /// <summary>What is known about the agent; null when nothing is.</summary>
    public AgentRecords? Records { get; init; }

    /// <summary>The agent's place on that day.</summary>
    public AssignmentFact? Assignment { get; init; }

    /// <summary>The agent's master data.</summary>
    public AgentFact? Master { get; init; }

    /// <summary>The latest date of the facts in it, save the assignment.</summary>
    public LocalDate KnownFrom => LocalDate.Max(LocalDate.Max(Fact.Date, DatedBy?.Date ?? Fact.Date), LocalDate.Max(Policy?.Date ?? Fact.Date, Master?.Date ?? Fact.Date));
}

/// <summary>An agent's master data and places, each with the one that counts in front.</summary>
internal sealed record AgentRecords(IReadOnlyList<AgentFact> Masters, IReadOnlyList<AssignmentFact> Assignments)
{
    public bool IsOfMany => Masters.Count > 1 || Assignments.Count > 1;
}
