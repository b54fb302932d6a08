namespace ActivityMgmt.Domain;

/// <summary>One activity of a planned week.</summary>
public sealed record PlannedActivity
{
    /// <summary>Its id, unique in the tenant and stable however often it is moved; what an <see cref="ActivityFact"/> names when it carries it out.</summary>
    public required AppointmentId Id { get; init; }

    /// <summary>The kind of activity, as in <see cref="ActivityFact.Activity"/>.</summary>
    public required string Activity { get; init; }

    /// <summary>When it begins.</summary>
    public required Instant StartsAt { get; init; }

    /// <summary>How long it takes, in whole minutes, at least 1.</summary>
    /// <exception cref="ArgumentException">It is zero or negative.</exception>
    public required int Minutes { get; init => field = Guard.Against.NegativeOrZero(value, nameof(Minutes)); }

    /// <summary>What it is for, as a code such as <c>first-meeting</c>, or in the agent's own words.</summary>
    public required string Purpose { get; init; }

    /// <summary>How: <c>phone</c>, <c>face-to-face</c>, <c>chat</c>, <c>office</c>; <see langword="null"/> when open.</summary>
    public string? Channel { get; init; }

    /// <summary>With whom; <see langword="null"/> when with nobody or still open.</summary>
    public CustomerId? Customer { get; init; }

    /// <summary>The opportunity it belongs to; <see langword="null"/> when to none.</summary>
    public OpportunityId? Opportunity { get; init; }

    /// <summary>What is to be sold, as a licence scope such as <c>annuity</c>; <see langword="null"/> when open.</summary>
    public string? Scope { get; init; }

    /// <summary>Where it is to be sold, as a licence jurisdiction such as <c>CN-SH</c> (<see cref="LicenceFact.Jurisdiction"/>); <see langword="null"/>: no certificate of another place is asked about.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>Where; <see langword="null"/> when open, or by phone.</summary>
    public GeoPoint? Place { get; init; }

    /// <summary>What it is expected to cost; <see langword="null"/> for nothing.</summary>
    public Money? Cost { get; init; }

    /// <summary>The budget line that the cost is taken from; <see langword="null"/> for none.</summary>
    public string? BudgetLine { get; init; }

    /// <summary>Whom the agent asks to come along (陪访); <see langword="null"/> for nobody.</summary>
    public AgentId? Companion { get; init; }

    /// <summary>How often it was moved; calendars tell versions apart by it.</summary>
    public int Moves { get; init; }

    /// <summary>When it ends: the first moment that is free again.</summary>
    public Instant EndsAt => StartsAt + Duration.FromMinutes(Minutes);
}
