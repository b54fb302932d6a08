namespace ActivityMgmt.Incentives;

/// <summary>Works out statements from facts, readings and a plan. Estimate, simulation and payment are this same function over different books of facts.</summary>
/// <remarks>
/// Pure: the same input gives the same statement, whatever the order in which facts arrived and whoever else is calculated. Facts dated after the quarter
/// count only where a component's correction mode says so. Each call works for itself, so calls may run side by side.
/// </remarks>
public sealed class PayCalculation
{
    private readonly IReadings _readings;
    private readonly PayPlan _plan;
    private readonly ILookup<AgentId, PremiumFact> _premiums;
    private readonly ILookup<AgentId, PolicyEventFact> _events;
    private readonly ILookup<AgentId, AssignmentFact> _assignments;

    /// <summary>Prepares a calculation over the facts behind some readings.</summary>
    public PayCalculation(IReadings readings, PayPlan plan)
    {
        ArgumentNullException.ThrowIfNull(readings);
        ArgumentNullException.ThrowIfNull(plan);
        _readings = readings;
        _plan = plan;
        var book = readings.Facts;
        _premiums = book.Premiums.Where(p => book.Policy(p.Policy) is not null).ToLookup(p => book.Policy(p.Policy)!.Agent);
        _events = book.PolicyEvents.Where(e => book.Policy(e.Policy) is not null).ToLookup(e => book.Policy(e.Policy)!.Agent);
        _assignments = book.All.OfType<AssignmentFact>().ToLookup(a => a.Agent);
    }

    /// <summary>ISO 4217 code of every amount.</summary>
    public string Currency => _plan.Currency;

    /// <summary>An agent's statement for a quarter.</summary>
    /// <param name="agent">The agent; one who is unknown gets a statement without commission.</param>
    /// <param name="period">The quarter.</param>
    /// <param name="opening">What was there before the facts begin; nothing when left out.</param>
    public Statement Calculate(AgentId agent, Quarter period, PayOpening? opening = null)
    {
        var run = new PayRun(_readings, _plan, agent, period, opening ?? PayOpening.None)
        {
            Premiums = [.. _premiums[agent]],
            Events = [.. _events[agent]],
            Assignments = [.. _assignments[agent]],
        };
        return new()
        {
            Plan = _plan.Reference,
            Agent = agent,
            Period = period,
            Currency = _plan.Currency,
            Lines = [.. _plan.Components.SelectMany(c => run.ResultOf(c.Id).Lines)],
        };
    }

    /// <summary>The statements of everyone who was active in a quarter, or for whom a policy gives a line, sorted by agent.</summary>
    /// <param name="period">The quarter.</param>
    /// <param name="opening">What was there before the facts begin, by agent; nothing when left out.</param>
    public IReadOnlyList<Statement> CalculateAll(Quarter period, Func<AgentId, PayOpening>? opening = null)
    {
        var active = _readings.Facts.Organisation.ActiveIn(period.Interval).ToHashSet();

        // A component with one line a quarter gives it its own id; only lines of premium and policy events count as a reason to pay somebody who isn't active.
        return
        [
            .. active.Union(_premiums.Select(p => p.Key))
                .OrderBy(a => a.Value, StringComparer.Ordinal)
                .Select(a => Calculate(a, period, opening?.Invoke(a)))
                .Where(s => active.Contains(s.Agent) || s.Lines.Any(l => l.Component != l.Id)),
        ];
    }
}
