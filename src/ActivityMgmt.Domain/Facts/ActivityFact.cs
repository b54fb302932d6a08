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

    /// <summary>The planned activity it carries out; <see langword="null"/> when it was not planned, which is welcome.</summary>
    public AppointmentId? Appointment { get; init; }

    /// <summary>Who came along (陪访); <see langword="null"/> when nobody did. The activity stays the agent's.</summary>
    public AgentId? Companion { get; init; }

    /// <summary>How sure it is that it happened. <value>Default: self-reported.</value></summary>
    public EvidenceLevel EvidenceLevel { get; init; }

    /// <summary>When it was typed in; <see langword="null"/> when the source doesn't say.</summary>
    public Instant? RecordedAt { get; init; }

    /// <summary>A digest of its note, so that copied notes can be found without the note; <see langword="null"/> when there is none.</summary>
    public string? NoteDigest { get; init; }

    /// <summary>Where it happened; <see langword="null"/> when not captured.</summary>
    public GeoPoint? Place { get; init; }
}
