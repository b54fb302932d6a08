namespace ActivityMgmt.Domain;

/// <summary>An agent's master data. <see cref="Fact.Date"/> is the day of joining.</summary>
public sealed record AgentFact : Fact
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.Agent;

    /// <summary>The agent.</summary>
    public required AgentId Agent { get; init; }

    /// <summary>Last day under contract, included; <see langword="null"/> while the agent is with the company.</summary>
    public LocalDate? LeftOn { get; init; }

    /// <summary>The practice certificate's number; <see langword="null"/> when the source has none.</summary>
    public string? LicenceNumber { get; init; }

    /// <summary>First day of the practice certificate, included.</summary>
    public LocalDate? LicenceFrom { get; init; }

    /// <summary>Last day of the practice certificate, included; <see langword="null"/> with a start date: no end is known.</summary>
    public LocalDate? LicenceTo { get; init; }

    /// <summary>What the agent would rather be rewarded with (<c>money</c>, <c>title</c>, <c>training</c>, <c>time</c>); <see langword="null"/> when never asked.</summary>
    public string? RewardPreference { get; init; }

    /// <summary>Whether the agent is under contract on a day.</summary>
    public bool IsUnderContractOn(LocalDate date) => Date <= date && (LeftOn is not { } left || date <= left);

    /// <summary>Whether the practice certificate is valid on a day; <see langword="null"/> when nothing is known of one.</summary>
    public bool? IsLicensedOn(LocalDate date) => LicenceFrom is { } from
        ? from <= date && (LicenceTo is not { } to || date <= to)
        : null;
}
