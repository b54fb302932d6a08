namespace ActivityMgmt.Domain;

/// <summary>A prospect's or customer's master data. <see cref="Fact.Date"/> is the day the CRM first knew them.</summary>
public sealed record CustomerFact : Fact
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.Customer;

    /// <summary>The customer.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The agent who looks after them; <see langword="null"/> when nobody does.</summary>
    public AgentId? Owner { get; init; }

    /// <summary>The segment's code; <see langword="null"/> when not classified.</summary>
    public string? Segment { get; init; }

    /// <summary>The household (家庭) they belong to, as the CRM's own id; <see langword="null"/> when unknown.</summary>
    public string? Household { get; init; }

    /// <summary>The customer who referred them (转介绍); <see langword="null"/> when nobody did.</summary>
    public CustomerId? ReferredBy { get; init; }

    /// <summary>The source group of a Project-100 list (计划100): <c>family</c>, <c>friends</c>, <c>classmates</c>, …; <see langword="null"/> when not on one.</summary>
    public string? SourceGroup { get; init; }

    /// <summary>The agent's own score of a prospect, higher is better; <see langword="null"/> when not scored.</summary>
    public decimal? Score { get; init; }

    /// <summary>How they want to be reached: <c>phone</c>, <c>chat</c>, <c>mail</c>, <c>face-to-face</c>; <see langword="null"/> when never asked.</summary>
    public string? PreferredChannel { get; init; }

    /// <summary>The day of the next touch; <see langword="null"/> when none is set.</summary>
    public LocalDate? NextTouchOn { get; init; }

    /// <summary>The customer's time zone, an IANA id such as <c>Asia/Shanghai</c>; <see langword="null"/> when unknown.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Whether they agreed to be contacted for marketing; <see langword="null"/> when never asked.</summary>
    public bool? MarketingConsent { get; init; }

    /// <summary>The day on which they clearly refused further contact; <see langword="null"/> when they never did.</summary>
    public LocalDate? RefusedContactOn { get; init; }

    /// <summary>When on that day they refused, so that earlier contacts of the day can be told from later ones; <see langword="null"/> when the source tells the day only.</summary>
    public Instant? RefusedContactAt { get; init; }

    /// <summary>The last day of the refusal, included; <see langword="null"/>: as long as the rule says.</summary>
    public LocalDate? RefusalUntil { get; init; }
}
