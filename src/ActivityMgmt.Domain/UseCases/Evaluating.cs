namespace ActivityMgmt.Domain;

/// <summary>Closes a quarter's goals, evaluates its agents, keeps what people settle about it, and proposes the next quarter's goals. Safe to repeat: what exists stays as it is.</summary>
public sealed partial class Evaluating(
    UseCaseEdge edge,
    IFactStore facts,
    IDocumentStore documents,
    IKpiEngine kpis,
    IScorecards scorecards,
    IRepository<Goal> goals,
    IRepository<Checkpoint> checkpoints,
    IRepository<Evaluation> evaluations,
    ITenantCalendars calendars,
    EvaluationPolicies policies)
{
    /// <summary>Evaluates every agent who was active in the quarter by the goals that were agreed, closes the goals that are over and proposes the next ones. Refused before the quarter's last day.</summary>
    /// <param name="call">Tenant and actor.</param>
    /// <param name="quarter">The quarter.</param>
    /// <param name="on">The day of closing.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    public Task<UseCaseResult<QuarterClosing>> CloseAsync(CallContext call, Quarter quarter, LocalDate on, long? asKnownAt = null, CancellationToken cancellation = default) =>
        edge.RunAsync(call, "close-quarter", on, work => CloseAsync(work, quarter, asKnownAt, cancellation), cancellation);

    private async Task<QuarterClosing> CloseAsync(UseCaseWork work, Quarter quarter, long? asKnownAt, CancellationToken cancellation)
    {
        work.RequireEverything(AccessAction.Decide, DataKind.Evaluations);
        var (call, on) = (work.Call, work.On);
        var own = calendars.For(call.Tenant);
        var fiscal = own.Fiscal;
        var period = fiscal.IntervalOf(quarter);
        if (on < period.End)
        {
            throw new BrokenRuleException(new AQuarterClosesOnItsLastDayRule(quarter, on, period.End));
        }

        var book = await facts.ReadAsync(call, asKnownAt, cancellation).ConfigureAwait(false);
        var readings = kpis.Open(book, await documents.RequireAsync(call, DocumentKinds.Kpis, period.Start, cancellation).ConfigureAwait(false), own);
        var target = await documents.RequireTargetAsync(call, quarter, readings.Measures, fiscal, cancellation).ConfigureAwait(false);
        var scorecard = await documents.FindAsync(call, DocumentKinds.Scorecard, period.Start, cancellation).ConfigureAwait(false);
        var pack = await documents.FindAsync(call, DocumentKinds.RulePack, period.Start, cancellation).ConfigureAwait(false);
        var compliance = pack is null ? [] : RulePack.Read(pack).Review(book.UpTo(period.End), period);

        var stored = await goals.ListAsync(call, quarter.ToString(), cancellation).ConfigureAwait(false);
        // A goal that is kept with the quarter and ends later stays open, until GoalSetting.CloseDueAsync finds it due.
        var closed = stored.Where(g => g.Value.HasStartedBy(on) && g.Value.Period.End <= on)
            .Select(g => g with { Value = g.Value.StartedBy(on).Close(on, GoalReadings.Of(g.Value, readings)) }).ToArray();
        work.Save(closed);
        if (closed.Length > 0)
        {
            work.Raise(new QuarterClosed(quarter, closed.Length));
        }

        // What was rejected or withdrawn counts nowhere; what still waits to be agreed isn't evaluated, but says for what the next quarter needs a goal.
        var agentGoals = stored.Select(g => g.Value)
            .Where(g => g.IsCascaded && !g.IsDropped && g.Subject.Kind == SubjectKind.Agent && g.Period == period)
            .ToLookup(g => g.Subject.Agent);
        var checkpointsOf = (await checkpoints.ListAsync(call, quarter.ToString(), cancellation).ConfigureAwait(false))
            .Select(c => c.Value).Where(c => c.Subject.Kind == SubjectKind.Agent).OrderBy(c => c.AsOf).ToLookup(c => c.Subject.Agent);

        var evaluated = await evaluations.ListAsync(call, quarter.ToString(), cancellation).ConfigureAwait(false);
        var known = evaluated.Select(e => e.Value.Agent).ToHashSet();
        var complianceOf = compliance.ToLookup(c => c.Agent);
        var made = scorecard is null ? [] : book.Organisation.ActiveIn(period).Where(a => !known.Contains(a)).Select(agent =>
        {
            var checks = complianceOf[agent].ToArray();
            Goal[] agreed = [.. agentGoals[agent].Where(g => g.State == GoalState.Closed || g.HasStartedBy(on))];
            // Of two goals for one measure the one that was settled last counts.
            var targets = agreed.GroupBy(g => g.Measure).ToDictionary(g => g.Key, g => g.OrderBy(x => x.Revisions[^1].On).Last().Target);
            var card = scorecards.Score(scorecard, readings, agent, period, targets, checks);
            return new Stored<Evaluation>(EvaluationReview.Evaluate(agent, quarter, period, agreed, readings, card, checks, [.. checkpointsOf[agent]], policies), 0);
        }).ToArray();
        work.Save(made);
        work.Raise(made.Select(e => new EvaluationMade(e.Value.Key, e.Value.Agent, e.Value.Scorecard.Total)));

        var all = evaluated.With(made).Values();
        var actions = all.ToLookup(e => e.Agent, e => e.Actions.Select(x => x.Reason));
        var next = await ProposeAsync(work, quarter, target, readings, agentGoals, checkpointsOf, actions, cancellation).ConfigureAwait(false);
        return new(quarter, all, compliance, next);
    }

    /// <summary>One evaluation whole: goals, scorecard, compliance, strengths, weaknesses, actions, comments and what was settled. Refused when there is no such evaluation, or the actor may not see it. Stores nothing.</summary>
    /// <param name="call">Tenant and actor, who must be allowed to see the agent's evaluations on <see cref="Evaluation.ResponsibleOn"/>.</param>
    /// <param name="key">The evaluation's key (<see cref="Evaluation.KeyOf"/>).</param>
    /// <param name="on">The day of the call, whose roles count.</param>
    /// <param name="cancellation">Stops the call.</param>
    public Task<UseCaseResult<Evaluation>> GetAsync(CallContext call, string key, LocalDate on, CancellationToken cancellation = default) => edge.RunAsync(
        call,
        "show-evaluation",
        on,
        async work =>
        {
            var found = await evaluations.FindAsync(call, key, cancellation).ConfigureAwait(false) ?? throw new BrokenRuleException(new OnlyAMadeEvaluationIsShownRule(key));
            work.Require(AccessAction.See, DataKind.Evaluations, Subject.Of(found.Value.Agent), found.Value.ResponsibleOn);
            return found.Value;
        },
        cancellation);

    /// <summary>
    /// A quarter's computed totals by supervisor, side by side, with suggestions (<see cref="EvaluationPolicies.Calibration"/>); the supervisor is the one of <see cref="Evaluation.ResponsibleOn"/>, and whoever had
    /// none is grouped under <c>-</c>. Empty before the quarter was closed. Stores nothing: a person settles each total with <see cref="CalibrateAsync"/>.
    /// </summary>
    /// <param name="call">Tenant and actor, who must be allowed to see everybody's evaluations, since each rank is one among all.</param>
    /// <param name="quarter">The quarter.</param>
    /// <param name="on">The day of the call, whose roles count.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the call.</param>
    public Task<UseCaseResult<Calibration>> CalibrationAsync(
        CallContext call, Quarter quarter, LocalDate on, long? asKnownAt = null, CancellationToken cancellation = default) => edge.RunAsync(
        call,
        "show-calibration",
        on,
        async work =>
        {
            work.RequireEverything(AccessAction.See, DataKind.Evaluations);
            var made = await evaluations.ListAsync(call, quarter.ToString(), cancellation).ConfigureAwait(false);
            var organisation = (await facts.ReadAsync(call, asKnownAt, cancellation).ConfigureAwait(false)).Organisation;
            return Calibration.Of(made.Values(), e => organisation.SupervisorOf(e.Agent, e.ResponsibleOn)?.Value ?? "-", policies.Calibration);
        },
        cancellation);

    private async Task<IReadOnlyList<Goal>> ProposeAsync(
        UseCaseWork work,
        Quarter quarter,
        TargetDocument target,
        IReadings readings,
        ILookup<AgentId, Goal> agentGoals,
        ILookup<AgentId, Checkpoint> checkpointsOf,
        ILookup<AgentId, IEnumerable<Reason>> actions,
        CancellationToken cancellation)
    {
        var stored = await goals.ListAsync(work.Call, quarter.Next.ToString(), cancellation).ConfigureAwait(false);
        if (stored.Any(g => g.Value.IsCascaded))
        {
            // The next quarter is open already; nothing is proposed behind its back.
            return stored.Values();
        }

        var known = stored.Select(g => g.Value.Id).ToHashSet();
        var fiscal = readings.Calendars.Fiscal;
        Quarter[] past = [quarter.Previous.Previous, quarter.Previous, quarter];
        var proposals = agentGoals
            .Where(g => readings.Facts.Organisation.IsActive(g.Key, fiscal.IntervalOf(quarter.Next).Start))
            .SelectMany(g => g.DistinctBy(x => x.Measure))
            .Select(g => NextGoalProposal.For(g, readings, past, [.. checkpointsOf[g.Subject.Agent].Where(c => c.Goal == g.Id)], target.PieceOf(g.Measure), work.Call.Actor, work.On))
            .OfType<Goal>()
            .Where(g => !known.Contains(g.Id))
            .Select(g => new Stored<Goal>(g with { Actions = [.. actions[g.Subject.Agent].SelectMany(a => a)] }, 0))
            .ToArray();
        work.Save(proposals);
        work.Raise(proposals.Select(g => new GoalProposed(g.Value.Id, g.Value.Subject, g.Value.Target)));
        return stored.With(proposals).Values();
    }
}

/// <summary>What closing a quarter gave.</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="Evaluations">Each agent's evaluation, sorted by agent; empty when no scorecard applies.</param>
/// <param name="Compliance">What each rule says about each case of the quarter; empty when no rule pack applies.</param>
/// <param name="NextGoals">The goals of the next quarter, sorted by id.</param>
public sealed record QuarterClosing(
    Quarter Quarter, IReadOnlyList<Evaluation> Evaluations, IReadOnlyList<ComplianceResult> Compliance, IReadOnlyList<Goal> NextGoals);
