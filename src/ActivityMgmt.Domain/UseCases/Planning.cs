namespace ActivityMgmt.Domain;

/// <summary>Plans agents' quarters backwards from their goals. Safe to repeat: a plan that exists stays as it is until <see cref="ReplanAsync(CallContext, GoalId, LocalDate, string, long?, CancellationToken)"/> makes it anew.</summary>
public sealed class Planning(
    UseCaseEdge edge,
    IFactStore facts,
    IDocumentStore documents,
    IKpiEngine kpis,
    IRepository<Goal> goals,
    IRepository<ActivityPlan> plans,
    ITenantCalendars calendars)
{
    /// <summary>Makes a plan for each agent's agreed or active goal of the quarter's targets for which more is better.</summary>
    /// <param name="call">Tenant and actor.</param>
    /// <param name="quarter">The quarter.</param>
    /// <param name="on">The day of planning; facts dated later are not looked at.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    /// <returns>All plans of the quarter. A goal for which there are no ratios to plan with has none.</returns>
    public Task<UseCaseResult<IReadOnlyList<ActivityPlan>>> PlanAsync(CallContext call, Quarter quarter, LocalDate on, long? asKnownAt = null, CancellationToken cancellation = default) =>
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
            .Where(g => g.State is GoalState.Agreed or GoalState.Active && g.Direction == Direction.HigherIsBetter && g.Subject.Kind == SubjectKind.Agent && g.Period == period
                && target.Targets.Any(t => t.Measure == g.Measure) && !planned.Contains(g.Id))
            .Select(g => BackwardPlanner.Plan(g, readings, target.History, target.Benchmarks))
            .OfType<ActivityPlan>()
            .Select(p => new Stored<ActivityPlan>(p, 0))
            .ToArray();
        work.Save(made);
        work.Raise(made.Select(p => new PlanMade(p.Value.Key, p.Value.Agent, p.Value.Goal)));
        return stored.With(made).Values();
    }

    /// <summary>
    /// Makes a goal's plan anew from a day on: after an adjustment, a hand-over, or when ratios have changed. What was reached so far counts, ratios are measured up to the day before, and
    /// weeks that are over stay as they were planned. The same call again changes nothing. Refused when the goal has no plan, doesn't run any more, or there are no ratios to plan with.
    /// </summary>
    /// <param name="call">Tenant and actor, who must be allowed to decide on the agent's plans.</param>
    /// <param name="goal">The goal.</param>
    /// <param name="on">The day; facts dated later are not looked at.</param>
    /// <param name="note">Why.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    public Task<UseCaseResult<ActivityPlan>> ReplanAsync(CallContext call, GoalId goal, LocalDate on, string note, long? asKnownAt = null, CancellationToken cancellation = default)
    {
        Guard.Against.NullOrWhiteSpace(note);
        return edge.RunAsync(call, "replan-goal", on, work => ReplanAsync(work, goal, note, asKnownAt, cancellation), cancellation);
    }

    private async Task<ActivityPlan> ReplanAsync(UseCaseWork work, GoalId id, string note, long? asKnownAt, CancellationToken cancellation)
    {
        var (call, on) = (work.Call, work.On);
        var stored = await plans.FindAsync(call, id.Value, cancellation).ConfigureAwait(false) ?? throw new BrokenRuleException(new OnlyAMadePlanIsMadeAnewRule(id));
        work.Require(AccessAction.Decide, DataKind.Plans, Subject.Of(stored.Value.Agent), on);
        var goal = (await goals.FindAsync(call, id.Value, cancellation).ConfigureAwait(false))?.Value ?? throw new BrokenRuleException(new OnlyAMadeGoalCanChangeRule(id));
        var revision = new PlanRevision(on, call.Actor, note, goal.Target);
        if (stored.Value.Revisions.Contains(revision))
        {
            return stored.Value;
        }

        if (goal.State is not (GoalState.Agreed or GoalState.Active) || on > goal.Period.End)
        {
            throw new BrokenRuleException(new OnlyAGoalThatStillRunsIsPlannedRule(goal, on));
        }

        var own = calendars.For(call.Tenant);
        var fiscal = own.Fiscal;
        var quarter = fiscal.QuarterOf(goal.Period.Start);
        var book = (await facts.ReadAsync(call, asKnownAt, cancellation).ConfigureAwait(false)).UpTo(on);
        var readings = kpis.Open(book, await documents.RequireAsync(call, DocumentKinds.Kpis, fiscal.IntervalOf(quarter).Start, cancellation).ConfigureAwait(false), own);
        var target = await documents.RequireTargetAsync(call, quarter, readings.Measures, fiscal, cancellation).ConfigureAwait(false);
        var history = new DateInterval(target.History.Start, LocalDate.Max(target.History.End, on.PlusDays(-1)));
        var plan = BackwardPlanner.Replan(stored.Value, goal, readings, history, target.Benchmarks, revision) ?? throw new BrokenRuleException(new APlanNeedsRatiosRule(goal));
        work.Save<ActivityPlan>([stored with { Value = plan }]);
        work.Raise(new PlanMade(plan.Key, plan.Agent, plan.Goal));
        return plan;
    }
}
