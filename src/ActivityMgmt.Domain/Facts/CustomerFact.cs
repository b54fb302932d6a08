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

    /// <summary>The customer's time zone, an IANA id such as <c>Asia/Shanghai</c>; <see langword="null"/> when unknown.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Whether they agreed to be contacted for marketing; <see langword="null"/> when never asked.</summary>
    public bool? MarketingConsent { get; init; }

    /// <summary>The day on which they clearly refused further contact; <see langword="null"/> when they never did.</summary>
    public LocalDate? RefusedContactOn { get; init; }
}
