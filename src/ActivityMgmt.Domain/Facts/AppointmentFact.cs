namespace ActivityMgmt.Domain;

/// <summary>What can happen to a planned activity before it is done.</summary>
public enum AppointmentEvent
{
    /// <summary>Planned.</summary>
    Planned,

    /// <summary>Moved to another time.</summary>
    Rescheduled,

    /// <summary>Begun; what came of it is an <see cref="ActivityFact"/>.</summary>
    Started,

    /// <summary>Called off before it began.</summary>
    Cancelled,
}

/// <summary>Something that happened to a planned activity. <see cref="Fact.Date"/> is the local date on which it happened, not the date it is planned for.</summary>
public sealed record AppointmentFact : Fact
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.Appointment;

    /// <summary>The planned activity.</summary>
    public required AppointmentId Appointment { get; init; }

    /// <summary>What happened to it.</summary>
    public required AppointmentEvent Event { get; init; }

    /// <summary>Whose it is.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>The kind of activity, as in <see cref="ActivityFact.Activity"/>.</summary>
    public required string Activity { get; init; }

    /// <summary>When it is to begin, or began; <see langword="null"/> when it was called off.</summary>
    public Instant? StartsAt { get; init; }

    /// <summary>How long it is meant to take, in whole minutes; <see langword="null"/> when open.</summary>
    public int? Minutes { get; init; }

    /// <summary>With whom; <see langword="null"/> when with nobody or unknown.</summary>
    public CustomerId? Customer { get; init; }

    /// <summary>The opportunity it belongs to; <see langword="null"/> when to none.</summary>
    public OpportunityId? Opportunity { get; init; }

    /// <summary>Why it was moved or called off, as a code; <see langword="null"/> when unknown.</summary>
    public string? Because { get; init; }
}
