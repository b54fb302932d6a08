namespace ActivityMgmt.Domain;

/// <summary>What somebody is to a policy.</summary>
public enum PolicyRole
{
    /// <summary>An agent who sold it, with a share of the credit.</summary>
    Seller,

    /// <summary>The agent who services it now.</summary>
    Servicer,

    /// <summary>The agent who is paid for it.</summary>
    Payee,

    /// <summary>The agent whose persistency it counts for.</summary>
    PersistencyOwner,

    /// <summary>The customer who applied for it and owns it (投保人).</summary>
    Applicant,

    /// <summary>The customer whose life or property is insured (被保险人).</summary>
    Insured,

    /// <summary>The customer who receives the benefit (受益人).</summary>
    Beneficiary,
}

/// <summary>Somebody's role in a policy. <see cref="Fact.Date"/> is its first day, included. Exactly one of agent and customer is set.</summary>
/// <remarks>A policy without such facts belongs wholly to <see cref="PolicyFact.Agent"/> and <see cref="PolicyFact.Customer"/>.</remarks>
public sealed record PolicyRoleFact : Fact
{
    private readonly decimal? _share;

    /// <inheritdoc/>
    public override FactKind Kind => FactKind.PolicyRole;

    /// <summary>The policy.</summary>
    public required PolicyId Policy { get; init; }

    /// <summary>The role.</summary>
    public required PolicyRole Role { get; init; }

    /// <summary>The agent who has it; <see langword="null"/> for a customer's role.</summary>
    public AgentId? Agent { get; init; }

    /// <summary>The customer who has it; <see langword="null"/> for an agent's role.</summary>
    public CustomerId? Customer { get; init; }

    /// <summary>A seller's share of the credit, above 0 to 1; <see langword="null"/>: all of it. Shares of one policy sum to one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is zero, negative or above one.</exception>
    public decimal? Share
    {
        get => _share;
        init => _share = value is null or (> 0m and <= 1m)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A share is above 0 and at most 1.");
    }

    /// <summary>Whether the role came by a hand-over of orphan policies (孤儿单), not by a sale.</summary>
    public bool IsByHandover { get; init; }

    /// <summary>Last day of it, included; <see langword="null"/> while it lasts.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>Whether it is in force on a day.</summary>
    public bool IsInForceOn(LocalDate date) => Date <= date && !(Until < date);
}
