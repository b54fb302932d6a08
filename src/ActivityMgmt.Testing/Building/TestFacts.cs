using System.Globalization;
using NodaTime.Text;

namespace ActivityMgmt.Testing;

/// <summary>Facts with sensible defaults, so that a test says only what matters for its case. Use <c>with</c> for anything else.</summary>
/// <remarks>
/// Ids are plain text here, and a fact's own id is made from what is given, so that the same call gives the same fact again.
/// <value>Default: source <c>crm</c>, revision 1, 15 July 2026 for what happens, 1 January 2024 for what begins, currency CNY, Shanghai time.</value>
/// </remarks>
public static class TestFacts
{
    private static readonly LocalDate Beginning = new(2024, 1, 1);
    private static readonly LocalDate Day = new(2026, 7, 15);
    private static readonly DateTimeZone Shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <summary>An agent who joined, and perhaps left.</summary>
    /// <param name="agent">The agent's id, and the fact's.</param>
    /// <param name="on">The day of joining.</param>
    /// <param name="left">The last day under contract, included.</param>
    public static AgentFact Joined(string agent, LocalDate? on = null, LocalDate? left = null) => new()
    {
        Origin = Origin(agent),
        Date = on ?? Beginning,
        Agent = new(agent),
        LeftOn = left,
    };

    /// <summary>An agent's practice certificate.</summary>
    /// <param name="agent">The agent's id.</param>
    /// <param name="from">Its first day, included.</param>
    /// <param name="until">Its last day, included.</param>
    public static LicenceFact Licensed(string agent, LocalDate? from = null, LocalDate? until = null) => new()
    {
        Origin = Origin($"{agent}-{Iso(from ?? Beginning)}"),
        Date = from ?? Beginning,
        Agent = new(agent),
        Number = "L-" + agent,
        Until = until,
    };

    /// <summary>An agent's place in a team.</summary>
    /// <param name="agent">The agent's id.</param>
    /// <param name="team">The team's id.</param>
    /// <param name="from">Its first day, included.</param>
    /// <param name="until">Its last day, included.</param>
    /// <param name="rank">The agent's rank in it.</param>
    /// <param name="leads">Whether the agent leads the team.</param>
    public static AssignmentFact Assigned(string agent, string team, LocalDate? from = null, LocalDate? until = null, string rank = "A1", bool leads = false) => new()
    {
        Origin = Origin($"{agent}-{Iso(from ?? Beginning)}"),
        Date = from ?? Beginning,
        Agent = new(agent),
        Team = new(team),
        Rank = rank,
        IsLeader = leads,
        Until = until,
    };

    /// <summary>A customer in Shanghai who agreed to nothing and refused nothing.</summary>
    /// <param name="customer">The customer's id, and the fact's.</param>
    /// <param name="owner">The agent who looks after them.</param>
    /// <param name="refused">The day on which they refused further contact.</param>
    public static CustomerFact Customer(string customer, string? owner = null, LocalDate? refused = null) => new()
    {
        Origin = Origin(customer),
        Date = Beginning,
        Customer = new(customer),
        Owner = owner is null ? null : new AgentId(owner),
        TimeZone = Shanghai.Id,
        RefusedContactOn = refused,
    };

    /// <summary>An opportunity that entered a stage.</summary>
    /// <param name="opportunity">The opportunity's id.</param>
    /// <param name="agent">The agent who works on it.</param>
    /// <param name="stage">The stage, such as <c>proposal</c>.</param>
    /// <param name="on">The day it did.</param>
    /// <param name="value">What it is worth, in CNY.</param>
    public static OpportunityFact Entered(string opportunity, string agent, string stage, LocalDate? on = null, decimal? value = null) => new()
    {
        Origin = Origin($"{opportunity}-{stage}"),
        Date = on ?? Day,
        Opportunity = new(opportunity),
        Agent = new(agent),
        Stage = stage,
        Value = value is { } amount ? Yuan(amount) : null,
    };

    /// <summary>Something an agent did.</summary>
    /// <param name="agent">The agent's id.</param>
    /// <param name="activity">The kind of activity, such as <c>interview</c>.</param>
    /// <param name="at">When it began, in Shanghai; 10:00 when only the day matters.</param>
    /// <param name="customer">With whom.</param>
    /// <param name="outcome">What came of it, such as <c>missed</c>.</param>
    /// <param name="id">The fact's id, for two that are otherwise alike.</param>
    public static ActivityFact Did(string agent, string activity, LocalDateTime? at = null, string? customer = null, string? outcome = null, string? id = null)
    {
        var began = at ?? Day.At(new(10, 0));
        return new()
        {
            Origin = Origin(id ?? $"{agent}-{activity}-{LocalDateTimePattern.ExtendedIso.Format(began)}"),
            Date = began.Date,
            Agent = new(agent),
            Activity = activity,
            Outcome = outcome,
            StartedAt = began.InZoneStrictly(Shanghai).ToInstant(),
            Customer = customer is null ? null : new CustomerId(customer),
        };
    }

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

    /// <summary>A course that an agent attended.</summary>
    /// <param name="agent">The agent's id.</param>
    /// <param name="hours">Hours attended, not negative.</param>
    /// <param name="on">Its last day.</param>
    /// <param name="topic">What it was about.</param>
    public static TrainingFact Trained(string agent, decimal hours, LocalDate? on = null, string topic = "law") => new()
    {
        Origin = Origin($"{agent}-{topic}-{Iso(on ?? Day)}"),
        Date = on ?? Day,
        Agent = new(agent),
        Course = "course",
        Topic = topic,
        Hours = hours,
    };

    /// <summary>A survey about an agent that a customer answered.</summary>
    /// <param name="agent">The agent's id.</param>
    /// <param name="score">0 (worst) to 10.</param>
    /// <param name="on">The day it was answered.</param>
    /// <param name="customer">Who answered.</param>
    public static FeedbackFact Scored(string agent, int score, LocalDate? on = null, string? customer = null) =>
        Heard(FeedbackKind.Survey, agent, on ?? Day, customer) with { Score = score };

    /// <summary>A complaint about an agent.</summary>
    /// <param name="agent">The agent's id.</param>
    /// <param name="on">The day it was made.</param>
    /// <param name="customer">Who complained.</param>
    public static FeedbackFact Complained(string agent, LocalDate? on = null, string? customer = null) => Heard(FeedbackKind.Complaint, agent, on ?? Day, customer);

    /// <summary>A reading of the local market.</summary>
    /// <param name="value">The value.</param>
    /// <param name="on">The last day of the month it describes.</param>
    /// <param name="market">The market's code.</param>
    /// <param name="indicator">What was read.</param>
    public static MarketFact Market(decimal value, LocalDate? on = null, string market = "local", string indicator = "new-business-premium") => new()
    {
        Origin = Origin($"{market}-{indicator}-{Iso(on ?? new(2026, 7, 31))}"),
        Date = on ?? new(2026, 7, 31),
        Market = market,
        Indicator = indicator,
        Value = value,
    };

    /// <summary>The same fact as another revision; change its content with <c>with</c>.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="revision">From 1.</param>
    public static T InRevision<T>(this T fact, int revision)
        where T : Fact
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact with { Origin = fact.Origin with { Revision = revision } };
    }

    /// <summary>The same fact from another source system.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="source">The source; holds no slash.</param>
    public static T From<T>(this T fact, string source)
        where T : Fact
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact with { Origin = fact.Origin with { Source = source } };
    }

    private static PremiumFact Premium(PremiumKind kind, string policy, decimal amount, LocalDate on, int year) => new()
    {
        Origin = Origin(string.Create(CultureInfo.InvariantCulture, $"{policy}-{kind}-{Iso(on)}-{year}")),
        Date = on,
        Policy = new(policy),
        Premium = kind,
        PolicyYear = year,
        Amount = Yuan(amount),
    };

    private static FeedbackFact Heard(FeedbackKind kind, string agent, LocalDate on, string? customer) => new()
    {
        Origin = Origin($"{agent}-{kind}-{Iso(on)}{(customer is null ? "" : "-" + customer)}"),
        Date = on,
        Agent = new(agent),
        Feedback = kind,
        Customer = customer is null ? null : new CustomerId(customer),
    };

    private static FactOrigin Origin(string id) => new("crm", id);

    private static Money Yuan(decimal amount) => Money.Of(amount, "CNY");

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
