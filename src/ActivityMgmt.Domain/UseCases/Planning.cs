namespace ActivityMgmt.Domain;

/// <summary>Plans agents' quarters backwards from their goals. Safe to repeat: a plan that exists stays as it is.</summary>
public sealed class Planning(
    UseCaseEdge edge,
    IFactStore facts,
    IDocumentStore documents,
    IKpiEngine kpis,
    IRepository<Goal> goals,
    IRepository<ActivityPlan> plans,
    ITenantCalendars calendars)
{
    /// <summary>Makes a plan for each agent's active goal of the quarter's first target.</summary>
    /// <param name="call">Tenant and actor.</param>
    /// <param name="quarter">The quarter.</param>
    /// <param name="on">The day of planning; facts dated later are not looked at.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    /// <returns>All plans of the quarter. Agents for whom nothing can be planned have none.</returns>
    public Task<UseCaseResult<IReadOnlyList<ActivityPlan>>> PlanAsync(CallContext call, Quarter quarter, LocalDate on, long? asKnownAt, CancellationToken cancellation) =>
        edge.RunAsync(call, "plan-quarter", on, work => PlanAsync(work, quarter, asKnownAt, cancellation), cancellation);

    private async Task<IReadOnlyList<ActivityPlan>> PlanAsync(UseCaseWork work, Quarter quarter, long? asKnownAt, CancellationToken cancellation)
    {
        work.RequireEverything(AccessAction.Decide, DataKind.Plans);
        var (call, on) = (work.Call, work.On);
        var own = calendars.For(call.Tenant);
        var fiscal = own.Fiscal;
        var period = fiscal.IntervalOf(quarter);
        var partition = quarter.ToString();
        var book = (await facts.ReadAsync(call, asKnownAt, cancellation).ConfigureAwait(false)).UpTo(on);
        var readings = kpis.Open(book, await documents.RequireAsync(call, DocumentKinds.Kpis, period.Start, cancellation).ConfigureAwait(false), own);
        var target = await documents.RequireTargetAsync(call, quarter, readings.Measures, fiscal, cancellation).ConfigureAwait(false);
        var stored = await plans.ListAsync(call, partition, cancellation).ConfigureAwait(false);
        var planned = stored.Select(p => p.Value.Goal).ToHashSet();
        var made = (await goals.ListAsync(call, partition, cancellation).ConfigureAwait(false))
            .Select(g => g.Value)
            .Where(g => g.State == GoalState.Active && g.Direction == Direction.HigherIsBetter && g.Subject.Kind == SubjectKind.Agent && g.Period == period
                && g.Measure == target.Targets[0].Measure && !planned.Contains(g.Id))
            .Select(g => BackwardPlanner.Plan(g, readings, target.History, target.Benchmarks))
            .OfType<ActivityPlan>()
            .Select(p => new Stored<ActivityPlan>(p, 0))
            .ToArray();
        work.Save(made);
        work.Raise(made.Select(p => new PlanMade(p.Value.Key, p.Value.Agent, p.Value.Goal)));
        return stored.With(made).Values();
    }
}
