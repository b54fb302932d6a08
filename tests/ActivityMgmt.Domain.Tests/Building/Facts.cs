using NodaTime.Text;

namespace ActivityMgmt.Domain.Tests;

/// <summary>Facts with sensible defaults, so that a test says only what matters for its case.</summary>
internal static class Facts
{
    public static readonly Quarter Q3 = new(2026, 3);

    public static LocalDate Day(string iso) => LocalDatePattern.Iso.Parse(iso).GetValueOrThrow();

    public static LocalDate? MaybeDay(string? iso) => iso is null ? null : Day(iso);

    public static DateInterval Days(string from, string to) => new(Day(from), Day(to));

    public static AgentId Id(string agent) => new(agent);

    public static Subject Agent(string agent) => Subject.Of(new AgentId(agent));

    public static Subject Team(string team) => Subject.Of(new TeamId(team));

    public static Instant At(string dateAndTimeInShanghai) =>
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm").Parse(dateAndTimeInShanghai).GetValueOrThrow()
            .InZoneStrictly(DateTimeZoneProviders.Tzdb["Asia/Shanghai"]).ToInstant();

    public static AgentFact Joined(string agent, string on = "2024-01-01", string? left = null, int revision = 1) => new()
    {
        Origin = new("crm", agent, revision),
        Date = Day(on),
        Agent = new(agent),
        LeftOn = MaybeDay(left),
    };

    public static LicenceFact Licensed(string agent, string from = "2024-01-01", string? until = null) => new()
    {
        Origin = new("crm", $"{agent}-{from}"),
        Date = Day(from),
        Agent = new(agent),
        Number = "L-" + agent,
        Until = MaybeDay(until),
    };

    public static AssignmentFact Assigned(
        string agent, string team, string from = "2024-01-01", string? until = null, string rank = "A1", bool leads = false, string? id = null) => new()
    {
        Origin = new("crm", id ?? $"{agent}-{from}"),
        Date = Day(from),
        Agent = new(agent),
        Team = new(team),
        Rank = rank,
        IsLeader = leads,
        Until = MaybeDay(until),
    };

    public static CustomerFact Customer(string customer, string? zone = "Asia/Shanghai", string? refused = null, string? owner = null) => new()
    {
        Origin = new("crm", customer),
        Date = Day("2025-01-01"),
        Customer = new(customer),
        TimeZone = zone,
        RefusedContactOn = MaybeDay(refused),
        Owner = owner is null ? null : new AgentId(owner),
    };

    public static ActivityFact Did(
        string agent, string activity, string at = "2026-07-15 10:00", string? customer = null, string? outcome = null, string? id = null, long sequence = 0) => new()
    {
        Origin = new("crm", id ?? $"{agent}-{activity}-{at}", Sequence: sequence),
        Date = Day(at[..10]),
        Agent = new(agent),
        Activity = activity,
        Outcome = outcome,
        StartedAt = At(at),
        Customer = customer is null ? null : new CustomerId(customer),
    };

    public static PolicyFact Policy(string policy, string agent, string on = "2026-07-15", string? customer = "C1", string? effective = null, int years = 10) => new()
    {
        Origin = new("crm", policy),
        Date = Day(on),
        Policy = new(policy),
        Agent = new(agent),
        Customer = customer is null ? null : new CustomerId(customer),
        Product = "life",
        PaymentYears = years,
        AnnualPremium = Money.Of(6000m, "CNY"),
        IssuedOn = Day(effective ?? on),
        EffectiveOn = Day(effective ?? on),
    };

    public static PolicyEventFact Event(string policy, PolicyEventKind what, string on) => new()
    {
        Origin = new("crm", $"{policy}-{what}"),
        Date = Day(on),
        Policy = new(policy),
        Event = what,
    };

    public static PremiumFact Premium(string policy, decimal amount, string on = "2026-07-15", PremiumKind kind = PremiumKind.Collected, string? id = null) => new()
    {
        Origin = new("crm", id ?? $"{policy}-{on}"),
        Date = Day(on),
        Policy = new(policy),
        Premium = kind,
        PolicyYear = 1,
        Amount = Money.Of(amount, "CNY"),
    };

    public static TrainingFact Trained(string agent, decimal hours, string on, string topic = "law", string? id = null) => new()
    {
        Origin = new("crm", id ?? $"{agent}-{topic}-{on}"),
        Date = Day(on),
        Agent = new(agent),
        Course = "course",
        Topic = topic,
        Hours = hours,
    };

    public static FactBook Book(params Fact[] facts) => FactBook.Of(facts);
}
