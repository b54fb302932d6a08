namespace ActivityMgmt.Domain;

/// <summary>What an agent's share of a target rests on.</summary>
public enum CascadeSplit
{
    /// <summary>Own past and capacity, weighed by <see cref="BranchTarget.HistoryWeight"/>.</summary>
    Blend,

    /// <summary>Everybody the same.</summary>
    Equal,

    /// <summary>Own past alone; where nobody has one, capacity.</summary>
    History,

    /// <summary>Capacity alone: half in the first half year, three quarters in the second, then full.</summary>
    Capacity,
}

/// <summary>How an agent's target is spread over the months of a quarter.</summary>
public enum MonthSplit
{
    /// <summary>By the working days of each month.</summary>
    WorkingDays,

    /// <summary>Every month the same.</summary>
    Equal,

    /// <summary>By what the branch did in the same months of up to three earlier years; where nothing is known of one of them, by working days.</summary>
    Seasonal,
}

/// <summary>Weighs agents for a cascade. Replace it to share targets out by something else.</summary>
/// <param name="target">The target that is shared out.</param>
/// <param name="readings">What is known at the opening.</param>
/// <param name="agents">The agents who take part.</param>
/// <param name="history">The past that says what is usual, both ends included.</param>
/// <param name="on">The first day on which the agents take part.</param>
/// <returns>A weight and its reason for each agent; none negative. Where all weights are zero everybody gets the same.</returns>
public delegate IReadOnlyDictionary<AgentId, CascadeWeight> CascadeWeights(
    BranchTarget target, IReadings readings, IReadOnlyList<AgentId> agents, DateInterval history, LocalDate on);

/// <summary>An agent's weight in a cascade.</summary>
/// <param name="Weight">The weight; not negative.</param>
/// <param name="Reason">Where it comes from; becomes the reason of the agent's target.</param>
public sealed record CascadeWeight(decimal Weight, Reason Reason);
