namespace ActivityMgmt.Domain;

/// <summary>An agent's contract and master data. <see cref="Fact.Date"/> is the day of joining. Somebody who comes back has a second one, for the second contract.</summary>
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

    /// <summary>The contract's status code: <c>regular</c>, <c>probation</c>, <c>suspended</c>, or a host's own; <see langword="null"/> when the host has none.</summary>
    public string? Status { get; init; }

    /// <summary>The capability grade (销售能力分级) that says what the agent may sell; <see langword="null"/> when not graded.</summary>
    public string? Grade { get; init; }

    /// <summary>The agent's time zone, an IANA id; <see langword="null"/> when it is the host's.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Whether the agent is under contract on a day.</summary>
    public bool IsUnderContractOn(LocalDate date) => Date <= date && (LeftOn is not { } left || date <= left);
}
