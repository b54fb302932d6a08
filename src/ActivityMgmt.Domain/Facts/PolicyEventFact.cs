namespace ActivityMgmt.Domain;

/// <summary>What can happen to a policy after its issue.</summary>
public enum PolicyEventKind
{
    /// <summary>The signed receipt came back (回执回销).</summary>
    ReceiptReturned,

    /// <summary>The call-back reached the customer and was satisfied (回访成功).</summary>
    CallbackPassed,

    /// <summary>The call-back found a problem or reached nobody.</summary>
    CallbackFailed,

    /// <summary>The customer withdrew within the cooling-off period (犹豫期退保).</summary>
    CancelledInCoolingOff,

    /// <summary>Cover ended for want of premium (失效).</summary>
    Lapsed,

    /// <summary>Cover was restored after a lapse (复效).</summary>
    Reinstated,

    /// <summary>The customer gave the policy up after the cooling-off period (退保).</summary>
    Surrendered,
}

/// <summary>Something that happened to a policy. <see cref="Fact.Date"/> is the day it happened.</summary>
public sealed record PolicyEventFact : Fact
{
    /// <inheritdoc/>
    public override FactKind Kind => FactKind.PolicyEvent;

    /// <summary>The policy.</summary>
    public required PolicyId Policy { get; init; }

    /// <summary>What happened.</summary>
    public required PolicyEventKind Event { get; init; }
}
