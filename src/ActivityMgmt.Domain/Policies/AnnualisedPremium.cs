namespace ActivityMgmt.Domain;

/// <summary>Brings premium of different payment modes to one year.</summary>
public static class AnnualisedPremium
{
    /// <summary>How many instalments a mode has in a year; 1 for a single premium, which is paid in one.</summary>
    public static int InstalmentsAYear(PaymentMode mode) => mode switch
    {
        PaymentMode.SemiAnnual => 2,
        PaymentMode.Quarterly => 4,
        PaymentMode.Monthly => 12,
        _ => 1,
    };

    /// <summary>A year's premium of an instalment: twelve times a monthly one. Exact; a surcharge for paying in instalments is not taken out. A single premium is as it is.</summary>
    public static Money Of(Money instalment, PaymentMode mode) => instalment * InstalmentsAYear(mode);

    /// <summary>Annualised new premium (年化新单保费): the annual premium of a policy paid over time, and a share of a single premium.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="shareOfSingle">What of a single premium counts, 0 to 1. <value>Default: 0.1, as in the usual APE.</value></param>
    /// <exception cref="ArgumentOutOfRangeException">The share is outside 0 to 1.</exception>
    public static Quantity Equivalent(PolicyFact policy, decimal shareOfSingle = 0.1m)
    {
        ArgumentNullException.ThrowIfNull(policy);
        Guard.Against.OutOfRange(shareOfSingle, nameof(shareOfSingle), 0m, 1m);
        var premium = Quantity.Of(policy.AnnualPremium);
        return policy.PaymentMode == PaymentMode.Once ? premium * shareOfSingle : premium;
    }
}
