namespace ActivityMgmt.Domain;

/// <summary>A customer's yes or no to one purpose. <see cref="Fact.Date"/> is the day it was given; the latest one of a purpose counts.</summary>
public sealed record ConsentFact : Fact
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.Consent;

    /// <summary>The customer.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>What for: <c>marketing</c>, <c>profiling</c>, <c>recording</c>, <c>sharing</c>, or a host's own.</summary>
    public required string Purpose { get; init; }

    /// <summary>Whether the customer agreed; <see langword="false"/> also withdraws an earlier yes.</summary>
    public required bool IsGiven { get; init; }

    /// <summary>The last day on which it counts, included; <see langword="null"/> until withdrawn.</summary>
    public LocalDate? Until { get; init; }
}
