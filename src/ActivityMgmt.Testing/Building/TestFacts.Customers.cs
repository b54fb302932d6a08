namespace ActivityMgmt.Testing;

/// <content>Customers, their consent and their voice; the market.</content>
public static partial class TestFacts
{
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

    private static FeedbackFact Heard(FeedbackKind kind, string agent, LocalDate on, string? customer) => new()
    {
        Origin = Origin($"{agent}-{kind}-{Iso(on)}{(customer is null ? "" : "-" + customer)}"),
        Date = on,
        Agent = new(agent),
        Feedback = kind,
        Customer = customer is null ? null : new CustomerId(customer),
    };

    /// <summary>A customer's consent for a purpose, given or withdrawn.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="purpose">The purpose.</param>
    /// <param name="given">Given, or withdrawn.</param>
    /// <param name="on">The day it was said.</param>
    public static ConsentFact Consented(string customer, string purpose = "marketing", bool given = true, LocalDate? on = null) => new()
    {
        Origin = Origin($"{customer}-{purpose}-{Iso(on ?? Day)}"),
        Date = on ?? Day,
        Customer = new(customer),
        Purpose = purpose,
        IsGiven = given,
    };
}
