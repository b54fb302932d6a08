namespace ActivityMgmt.Domain;

/// <summary>What can happen to a policy.</summary>
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

    /// <summary>Underwriting refused it (拒保).</summary>
    Declined,

    /// <summary>The customer withdrew the application before it was issued (撤单).</summary>
    Withdrawn,

    /// <summary>The customer signed the receipt (回执签收); it is on its way back.</summary>
    ReceiptSigned,

    /// <summary>The cooling-off period ran out unused (犹豫期满).</summary>
    CoolingOffEnded,

    /// <summary>The sum insured or premium was reduced, or the policy was made paid-up (减额).</summary>
    Reduced,

    /// <summary>The term or payment term was changed (变更交费期).</summary>
    TermChanged,

    /// <summary>Ended by a claim (理赔终止).</summary>
    ClaimEnded,

    /// <summary>Ended because another policy took its place (转保).</summary>
    Replaced,

    /// <summary>Ended at its term (满期).</summary>
    Matured,
}

/// <summary>Something that happened to a policy. <see cref="Fact.Date"/> is the day it happened.</summary>
public sealed record PolicyEventFact : Fact
{
    private readonly Money? _annualPremium;

    /// <inheritdoc/>
    public override FactKind Kind => FactKind.PolicyEvent;

    /// <summary>The policy.</summary>
    public required PolicyId Policy { get; init; }

    /// <summary>What happened.</summary>
    public required PolicyEventKind Event { get; init; }

    /// <summary>The policy that took its place; <see langword="null"/> unless it was replaced.</summary>
    public PolicyId? ReplacedBy { get; init; }

    /// <summary>The premium of one policy year from that day on (减额); zero when it was made paid-up. <see langword="null"/> when it stays as it was, or the source doesn't say.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The premium is negative.</exception>
    public Money? AnnualPremium
    {
        get => _annualPremium;
        init => _annualPremium = value is { Amount: < 0m } ? throw new ArgumentOutOfRangeException(nameof(value), value, "A premium is not negative.") : value;
    }

    /// <summary>For how many years premium is paid in all, as changed on that day (变更交费期); <see langword="null"/> when it stays as it was, or the source doesn't say.</summary>
    public int? PaymentYears { get; init; }
}
