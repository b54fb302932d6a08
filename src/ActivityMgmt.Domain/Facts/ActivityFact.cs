namespace ActivityMgmt.Domain;

/// <summary>Something an agent did, missed or called off. <see cref="Fact.Date"/> is the agent's local date of <see cref="StartedAt"/>.</summary>
public sealed record ActivityFact : Fact
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.Activity;

    /// <summary>The agent.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>The kind of activity: <c>call</c>, <c>appointment</c>, <c>interview</c>, <c>needs-analysis</c>, <c>proposal</c>, <c>closing</c>, <c>service</c>, <c>meeting</c>, or a host's own.</summary>
    public required string Activity { get; init; }

    /// <summary>How: <c>phone</c>, <c>face-to-face</c>, <c>chat</c>, <c>office</c>; <see langword="null"/> when unknown.</summary>
    public string? Channel { get; init; }

    /// <summary>What came of it: <c>success</c>, <c>no-success</c>, <c>missed</c>, <c>cancelled</c>; <see langword="null"/> when not reported.</summary>
    public string? Outcome { get; init; }

    /// <summary>When it began.</summary>
    public required Instant StartedAt { get; init; }

    /// <summary>How long it took, in whole minutes; <see langword="null"/> when not reported.</summary>
    public int? Minutes { get; init; }

    /// <summary>With whom; <see langword="null"/> when with nobody or unknown.</summary>
    public CustomerId? Customer { get; init; }

    /// <summary>The opportunity it belongs to; <see langword="null"/> when to none.</summary>
    public OpportunityId? Opportunity { get; init; }
}
