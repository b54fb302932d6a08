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

    /// <summary>The weekdays on which the agent works; <see langword="null"/>: on every working day of the company. Never none, which would be leave.</summary>
    /// <exception cref="ArgumentException">No weekday is given.</exception>
    public Weekdays? WorksOn
    {
        get;
        init => field = value != Weekdays.None ? value : throw new ArgumentException("Who works on no weekday is on leave; record that.", nameof(value));
    }

    /// <summary>The agent's own id as a customer, as the host links the two; <see langword="null"/> when the agent is none, or the host keeps no such link. Self- and mutual purchases are found by it.</summary>
    public CustomerId? Customer { get; init; }

    /// <summary>Whether the agent is under contract on a day.</summary>
    public bool IsUnderContractOn(LocalDate date) => Date <= date && (LeftOn is not { } left || date <= left);
}
