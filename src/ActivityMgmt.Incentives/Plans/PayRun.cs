namespace ActivityMgmt.Incentives;

/// <summary>One agent's calculation for one quarter: the facts at hand, and the results so far.</summary>
internal sealed class PayRun
{
    private readonly Dictionary<string, ComponentResult> _results = new(StringComparer.Ordinal);
    private readonly Dictionary<Quarter, Eligibility> _eligibility = [];

    public PayRun(IReadings readings, PayPlan plan, IFiscalCalendar fiscal, AgentId agent, Quarter period, PayOpening opening) =>
        (Readings, Plan, Fiscal, Agent, Period, Days, Opening) = (readings, plan, fiscal, agent, period, fiscal.IntervalOf(period), opening);

    public IReadings Readings { get; }

    public PayPlan Plan { get; }

    public IFiscalCalendar Fiscal { get; }

    public AgentId Agent { get; }

    public Quarter Period { get; }

    /// <summary>First to last day of the quarter, both included.</summary>
    public DateInterval Days { get; }

    public PayOpening Opening { get; }

    public FactBook Book => Readings.Facts;

    /// <summary>Premium of the agent's policies, in canonical order.</summary>
    public required IReadOnlyList<PremiumFact> Premiums { get; init; }

    /// <summary>Events of the agent's policies, in canonical order.</summary>
    public required IReadOnlyList<PolicyEventFact> Events { get; init; }

    /// <summary>The agent's assignments.</summary>
    public required IReadOnlyList<AssignmentFact> Assignments { get; init; }

    /// <summary>What a component gives; components are calculated once, in whatever order they need each other.</summary>
    public ComponentResult ResultOf(string component)
    {
        if (!_results.TryGetValue(component, out var result))
        {
            result = Plan.Components.First(c => c.Id == component).Calculate(this);
            _results.Add(component, result);
        }

        return result;
    }

    /// <summary>Whether the plan covers the agent in a quarter.</summary>
    public Eligibility EligibilityIn(Quarter quarter)
    {
        if (!_eligibility.TryGetValue(quarter, out var eligibility))
        {
            eligibility = Eligibility.Of(Plan.Eligible, new AgentScope(this, Fiscal.IntervalOf(quarter)));
            _eligibility.Add(quarter, eligibility);
        }

        return eligibility;
    }

    public Money Zero => Money.Zero(Plan.Currency);

    public Money Rounded(Quantity exact) => Money.Of(exact.Round(Plan.Rounding), Plan.Currency);
}
