namespace ActivityMgmt.Domain;

/// <summary>A piece of work from plan to outcome, folded from <see cref="AppointmentFact"/>s and the <see cref="ActivityFact"/> that carries it out. Derived, never stored.</summary>
/// <remarks>
/// The same facts give the same work item in any order and however often they arrive. Of one date, planning comes first and the outcome last; between them
/// the source's sequence decides. A move to a time after a miss of that date comes after the miss, and so does whatever began or was reported later. What the
/// life cycle doesn't list changes nothing and is a finding.
/// </remarks>
public sealed record WorkItem
{
    /// <summary>The planned activity's id; for unplanned work the fact's: <c>Activity:crm/V1</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The planned activity; <see langword="null"/> for unplanned work.</summary>
    public AppointmentId? Appointment { get; init; }

    /// <summary>Whose it is.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>The kind of activity, as in <see cref="ActivityFact.Activity"/>.</summary>
    public required string Activity { get; init; }

    /// <summary>With whom; <see langword="null"/> when with nobody or unknown.</summary>
    public CustomerId? Customer { get; init; }

    /// <summary>The opportunity it belongs to; <see langword="null"/> when to none.</summary>
    public OpportunityId? Opportunity { get; init; }

    /// <summary>Where it stands.</summary>
    public required WorkItemState State { get; init; }

    /// <summary>The local date on which it was planned, not the one it was planned for; <see langword="null"/> for unplanned work.</summary>
    public LocalDate? PlannedOn { get; init; }

    /// <summary>When it is planned to begin after the last move; <see langword="null"/> when not planned or open.</summary>
    public Instant? PlannedFor { get; init; }

    /// <summary>How long it is meant to take, in whole minutes; <see langword="null"/> when open.</summary>
    public int? PlannedMinutes { get; init; }

    /// <summary>Each move, the first one first; empty when it was never moved.</summary>
    public IReadOnlyList<Reschedule> Reschedules { get; init; } = [];

    /// <summary>When it began; <see langword="null"/> before, and after a miss that was moved to another time.</summary>
    public Instant? StartedAt { get; init; }

    /// <summary>The local date of the last thing that changed it.</summary>
    public required LocalDate ChangedOn { get; init; }

    /// <summary>What was done, with channel, duration, evidence level and companion; <see langword="null"/> before, and after a miss that was moved to another time.</summary>
    public ActivityFact? Report { get; init; }

    /// <summary>Why it was last moved or called off, as a code; <see langword="null"/> when unknown.</summary>
    public string? Because { get; init; }

    /// <summary>What the facts tell that can't have happened: each with the rule, the state, the event and the fact.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Every fact it was folded from, in the order of the fold.</summary>
    public required IReadOnlyList<FactReference> Facts { get; init; }

    /// <summary>Whether nothing has come of it yet.</summary>
    public bool IsOpen => State is WorkItemState.Planned or WorkItemState.Started;
}

/// <summary>One move of a planned activity.</summary>
/// <param name="On">The local date on which it was moved.</param>
/// <param name="From">When it was planned for before; <see langword="null"/> when open.</param>
/// <param name="To">When it is planned for since; <see langword="null"/> when open.</param>
/// <param name="Because">Why, as a code; <see langword="null"/> when unknown.</param>
public sealed record Reschedule(LocalDate On, Instant? From, Instant? To, string? Because);
