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

    /// <summary>What the agent would rather be rewarded with (<c>money</c>, <c>title</c>, <c>training</c>, <c>time</c>); <see langword="null"/> when never asked.</summary>
    public string? RewardPreference { get; init; }

    /// <summary>Whether the agent is under contract on a day.</summary>
    public bool IsUnderContractOn(LocalDate date) => Date <= date && (LeftOn is not { } left || date <= left);
}
