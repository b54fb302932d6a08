using System.Globalization;

namespace ActivityMgmt.Testing;

/// <content>Policies, what happened to them, and their premium.</content>
public static partial class TestFacts
{
    /// <summary>A policy over ten years, issued and effective on the day of its submission.</summary>
    /// <param name="policy">The policy's id, and the fact's.</param>
    /// <param name="agent">The agent who sold it.</param>
    /// <param name="on">The day of submission.</param>
    /// <param name="annualPremium">The premium of a policy year, in CNY.</param>
    /// <param name="customer">The policyholder.</param>
    public static PolicyFact Sold(string policy, string agent, LocalDate? on = null, decimal annualPremium = 6000m, string? customer = null) => new()
    {
        Origin = Origin(policy),
        Date = on ?? Day,
        Policy = new(policy),
        Agent = new(agent),
        Customer = customer is null ? null : new CustomerId(customer),
        Product = "life",
        PaymentYears = 10,
        AnnualPremium = Yuan(annualPremium),
        IssuedOn = on ?? Day,
        EffectiveOn = on ?? Day,
    };

    /// <summary>Something that happened to a policy.</summary>
    /// <param name="policy">The policy's id.</param>
    /// <param name="what">What happened.</param>
    /// <param name="on">The day it did.</param>
    public static PolicyEventFact Happened(string policy, PolicyEventKind what, LocalDate? on = null) => new()
    {
        Origin = Origin($"{policy}-{what}-{Iso(on ?? Day)}"),
        Date = on ?? Day,
        Policy = new(policy),
        Event = what,
    };

    /// <summary>First-year premium that the customer paid.</summary>
    /// <param name="policy">The policy's id.</param>
    /// <param name="amount">How much, in CNY; not negative.</param>
    /// <param name="on">The day it was booked.</param>
    /// <param name="year">The policy year it pays for.</param>
    public static PremiumFact Collected(string policy, decimal amount, LocalDate? on = null, int year = 1) => Premium(PremiumKind.Collected, policy, amount, on ?? Day, year);

    /// <summary>First-year premium that the insurer paid back.</summary>
    /// <param name="policy">The policy's id.</param>
    /// <param name="amount">How much, in CNY; not negative.</param>
    /// <param name="on">The day it was booked.</param>
    /// <param name="year">The policy year it was paid for.</param>
    public static PremiumFact Refunded(string policy, decimal amount, LocalDate? on = null, int year = 1) => Premium(PremiumKind.Refunded, policy, amount, on ?? Day, year);

    private static PremiumFact Premium(PremiumKind kind, string policy, decimal amount, LocalDate on, int year) => new()
    {
        Origin = Origin(string.Create(CultureInfo.InvariantCulture, $"{policy}-{kind}-{Iso(on)}-{year}")),
        Date = on,
        Policy = new(policy),
        Premium = kind,
        PolicyYear = year,
        Amount = Yuan(amount),
    };

    /// <summary>An agent's role in a policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="role">The role.</param>
    /// <param name="agent">The agent.</param>
    /// <param name="share">The share, above 0 and at most 1.</param>
    /// <param name="from">The first day of it, included.</param>
    public static PolicyRoleFact HasRole(string policy, PolicyRole role, string agent, decimal? share = null, LocalDate? from = null) => new()
    {
        Origin = Origin($"{policy}-{role}-{agent}"),
        Date = from ?? Day,
        Policy = new(policy),
        Role = role,
        Agent = new(agent),
        Share = share,
    };

    /// <summary>Premium that falls due.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="amount">How much, in CNY; not negative.</param>
    /// <param name="on">The day it is due.</param>
    /// <param name="year">The policy year it pays for.</param>
    public static PremiumDueFact Due(string policy, decimal amount, LocalDate? on = null, int year = 1) => new()
    {
        Origin = Origin(string.Create(CultureInfo.InvariantCulture, $"{policy}-due-{Iso(on ?? Day)}-{year}")),
        Date = on ?? Day,
        Policy = new(policy),
        PolicyYear = year,
        Amount = Yuan(amount),
    };
}
