namespace ActivityMgmt.Incentives;

/// <summary>What can be offered to an agent.</summary>
public enum SupportKind
{
    /// <summary>A course.</summary>
    Training,

    /// <summary>Talks with a coach or the manager.</summary>
    Coaching,

    /// <summary>Visiting customers together with an experienced colleague (陪访).</summary>
    JointVisit,

    /// <summary>Free time.</summary>
    Time,

    /// <summary>A public honour beside the titles.</summary>
    Recognition,
}

/// <summary>Support or reward that is offered to an agent after a quarter; an offer, never a condition of pay.</summary>
public sealed record SupportOffer : IAggregate
{
    /// <summary>Quarter, rule and agent: <c>2026Q3/first-steps/E1001</c>.</summary>
    public string Key => $"{Period}/{Rule}/{Agent}";

    /// <summary>The quarter.</summary>
    public string Partition => Period.ToString();

    /// <summary>The rules that were applied.</summary>
    public required PlanReference Rules { get; init; }

    /// <summary>The id of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>The agent.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>The quarter it follows from.</summary>
    public required Quarter Period { get; init; }

    /// <summary>What is offered.</summary>
    public required SupportKind Offer { get; init; }

    /// <summary>Why it is offered.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }
}
