namespace ActivityMgmt.Incentives.Tests;

/// <summary>Facts with sensible defaults; a test names only what matters to it.</summary>
internal static class Some
{
    public const string E1 = "E1";

    public static readonly AgentId Agent = new(E1);
    public static readonly Quarter Q3 = new(2026, 3);

    public static LocalDate Day(string date) => NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value;

    public static Money Cny(decimal amount) => Money.Of(amount, "CNY");

    public static AgentFact AgentFact(string id = E1, string joined = "2024-01-01", string? left = null, string? prefers = null) => new()
    {
        Origin = new("crm", id),
        Date = Day(joined),
        Agent = new(id),
        LeftOn = left is null ? null : Day(left),
        RewardPreference = prefers,
    };

    public static LicenceFact Licence(string id = "L1", string agent = E1, string from = "2024-01-01", string? until = null) => new()
    {
        Origin = new("crm", id),
        Date = Day(from),
        Agent = new(agent),
        Until = until is null ? null : Day(until),
    };

    public static AssignmentFact Assignment(string id = "A1", string agent = E1, string rank = "A2", string from = "2024-01-01", string? until = null) => new()
    {
        Origin = new("crm", id),
        Date = Day(from),
        Agent = new(agent),
        Team = new("T01"),
        Rank = rank,
        Until = until is null ? null : Day(until),
    };

    public static PolicyFact Policy(
        string id = "P1", string agent = E1, string product = "WL20", int years = 20, decimal premium = 10_000m,
        string submitted = "2026-07-01", string? issued = "2026-07-05", string? effective = "2026-07-06") => new()
    {
        Origin = new("crm", id),
        Date = Day(submitted),
        Policy = new(id),
        Agent = new(agent),
        Product = product,
        PaymentYears = years,
        AnnualPremium = Cny(premium),
        IssuedOn = issued is null ? null : Day(issued),
        EffectiveOn = effective is null ? null : Day(effective),
    };

    public static PremiumFact Premium(string id = "R1", string policy = "P1", decimal amount = 10_000m, string on = "2026-07-01", int year = 1, PremiumKind kind = PremiumKind.Collected) => new()
    {
        Origin = new("crm", id),
        Date = Day(on),
        Policy = new(policy),
        Premium = kind,
        PolicyYear = year,
        Amount = Cny(amount),
    };

    public static PolicyEventFact Event(PolicyEventKind kind, string on, string policy = "P1", string? id = null, long sequence = 0) => new()
    {
        Origin = new("crm", id ?? $"{policy}-{kind}-{on}", 1, sequence),
        Date = Day(on),
        Policy = new(policy),
        Event = kind,
    };

    /// <summary>An agent under contract with a licence and a rank, and more facts.</summary>
    public static FactBook Book(params Fact[] facts) => FactBook.Of([AgentFact(), Licence(), Assignment(), .. facts]);

    /// <summary>The usual policy, its premium, and a call-back.</summary>
    public static Fact[] Sold(string policy = "P1", decimal premium = 10_000m, string on = "2026-07-01", string? callback = "2026-07-20", string product = "WL20", int years = 20) =>
    [
        Policy(policy, premium: premium, submitted: on, product: product, years: years, issued: on, effective: on),
        Premium("R-" + policy, policy, premium, on),
        .. callback is null ? Array.Empty<Fact>() : [Event(PolicyEventKind.CallbackPassed, callback, policy)],
    ];
}
