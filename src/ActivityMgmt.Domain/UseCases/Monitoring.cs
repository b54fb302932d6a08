namespace ActivityMgmt.Domain;

/// <summary>Runs checkpoints and records what people decide at them. Safe to repeat: a checkpoint that exists stays as it is; only one that was made on demand gives way to the due one of its day while nobody has decided or said anything.</summary>
public sealed partial class Monitoring(
    UseCaseEdge edge,
    IFactStore facts,
    IDocumentStore documents,
    IKpiEngine kpis,
    IRepository<Goal> goals,
    IQueries<GoalRecord> goalRecords,
    IRepository<ActivityPlan> plans,
    IRepository<Checkpoint> checkpoints,
    IQueries<CheckpointRecord> checkpointRecords,
    ITenantCalendars calendars,
    IForecaster forecaster,
    ICauseFinder causes,
    CheckpointPolicies policies)
{
    private readonly CheckpointReview _review = new(policies, forecaster, causes);

    /// <summary>Makes the checkpoints that are due on a day, one for every running goal of the quarter, whoever's and of whatever measure; they count up to the day before. None are made on a day on which none are due.</summary>
    /// <param name="call">Tenant and actor.</param>
    /// <param name="quarter">The quarter whose goals are looked at.</param>
    /// <param name="today">The day.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    /// <returns>The checkpoints of the day, made now or before, sorted by key.</returns>
    public Task<UseCaseResult<IReadOnlyList<Checkpoint>>> RunDueAsync(
        CallContext call, Quarter quarter, LocalDate today, long? asKnownAt = null, CancellationToken cancellation = default) =>
        edge.RunAsync(call, "run-due-checkpoints", today, work => RunDueAsync(work, quarter, today, asKnownAt, cancellation), cancellation);

    private async Task<IReadOnlyList<Checkpoint>> RunDueAsync(UseCaseWork work, Quarter quarter, LocalDate today, long? asKnownAt, CancellationToken cancellation)
    {
        work.RequireEverything(AccessAction.Decide, DataKind.Checkpoints);
        var fiscal = calendars.For(work.Call.Tenant).Fiscal;
        return policies.Cadence(today, fiscal.IntervalOf(quarter), fiscal) ? await RunAsync(work, quarter, today.PlusDays(-1), null, isAdHoc: false, asKnownAt, cancellation).ConfigureAwait(false) : [];
    }

    /// <summary>Makes checkpoints on demand, whatever the cadence; they count up to a day, included. Refused when the day is outside the quarter.</summary>
    /// <param name="call">Tenant and actor, who must be allowed to decide on the checkpoints of each agent asked for; with everybody's, on all.</param>
    /// <param name="quarter">The quarter whose goals are looked at.</param>
    /// <param name="asOf">The last day that is counted, in the quarter.</param>
    /// <param name="agents">Whose goals; empty: those of everybody, of every team and of the branch.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    /// <returns>The checkpoints of these goals as of that day, made now or before, sorted by key.</returns>
    public Task<UseCaseResult<IReadOnlyList<Checkpoint>>> RunNowAsync(
        CallContext call, Quarter quarter, LocalDate asOf, IReadOnlyCollection<AgentId> agents, long? asKnownAt = null, CancellationToken cancellation = default)
    {
        Guard.Against.Null(agents);
        return edge.RunAsync(call, "run-checkpoints-now", asOf, work => RunNowAsync(work, quarter, agents, asKnownAt, cancellation), cancellation);
    }

    private Task<IReadOnlyList<Checkpoint>> RunNowAsync(
        UseCaseWork work, Quarter quarter, IReadOnlyCollection<AgentId> agents, long? asKnownAt, CancellationToken cancellation)
    {
        RequireOf(work, agents);
        var period = calendars.For(work.Call.Tenant).Fiscal.IntervalOf(quarter);
        if (!period.Contains(work.On))
        {
            throw new BrokenRuleException(new ACheckpointLiesInItsQuarterRule(quarter, work.On, period));
        }

        return RunAsync(work, quarter, work.On, agents.Count == 0 ? null : [.. agents], isAdHoc: true, asKnownAt, cancellation);
    }

    private async Task<IReadOnlyList<Checkpoint>> RunAsync(
        UseCaseWork work, Quarter quarter, LocalDate asOf, HashSet<AgentId>? agents, bool isAdHoc, long? asKnownAt, CancellationToken cancellation)
    {
        var own = calendars.For(work.Call.Tenant);
        var period = own.Fiscal.IntervalOf(quarter);
        var book = (await facts.ReadAsync(work.Call, asKnownAt, cancellation).ConfigureAwait(false)).UpTo(asOf);
        var readings = kpis.Open(book, await documents.RequireAsync(work.Call, DocumentKinds.Kpis, period.Start, cancellation).ConfigureAwait(false), own);
        var target = await documents.RequireTargetAsync(work.Call, quarter, readings.Measures, own.Fiscal, cancellation).ConfigureAwait(false);
        var looked = (await goals.ListAsync(work.Call, quarter.ToString(), cancellation).ConfigureAwait(false)).Values().Where(g => g.Period == period && IsAsked(g, agents));
        var basis = new Basis(readings, target.History, target.Targets[0].Measure);
        return await ReviewAsync(work, quarter.ToString(), looked, _ => basis, asOf, isAdHoc, asKnownAt, cancellation).ConfigureAwait(false);
    }

    private static bool IsAsked(Goal goal, HashSet<AgentId>? agents) => agents is null || (goal.Subject.Kind == SubjectKind.Agent && agents.Contains(goal.Subject.Agent));

    // The day's checkpoints of some goals that are kept together: those that exist, and those of what runs and has none yet.
    private async Task<IReadOnlyList<Checkpoint>> ReviewAsync(
        UseCaseWork work, string partition, IEnumerable<Goal> looked, Func<Goal, Basis> basisOf, LocalDate asOf, bool isAdHoc, long? asKnownAt, CancellationToken cancellation)
    {
        var call = work.Call;
        var stored = await checkpoints.ListAsync(call, partition, cancellation).ConfigureAwait(false);
        var known = stored.Select(c => c.Value).OrderBy(c => c.AsOf).ToArray();
        var givesWay = stored.Where(c => !isAdHoc && c.Value is { IsAdHoc: true, Decision: null, Feedback.Count: 0 } && c.Value.AsOf == asOf).ToDictionary(c => c.Value.Goal, c => c.Token);
        var done = known.Where(c => c.AsOf == asOf && !givesWay.ContainsKey(c.Goal)).ToDictionary(c => c.Goal);
        var earlier = known.Where(c => c.AsOf < asOf).ToLookup(c => c.Goal);
        var planOf = (await plans.ListAsync(call, partition, cancellation).ConfigureAwait(false)).ToDictionary(p => p.Value.Goal, p => p.Value);
        var asked = looked.ToArray();
        var made = asked
            .Where(g => g.HasStartedBy(work.On) && !done.ContainsKey(g.Id))
            .Select(g => (Goal: g, Basis: basisOf(g)))
            .Where(x => x.Goal.Subject.Kind != SubjectKind.Agent || x.Basis.Readings.Facts.Organisation.IsActive(x.Goal.Subject.Agent, asOf))
            .Select(x => _review.Review(
                x.Goal,
                planOf.GetValueOrDefault(x.Goal.Id),
                x.Basis.Readings,
                asOf,
                asKnownAt,
                x.Basis.History,
                [.. earlier[x.Goal.Id]],
                explainedByFunnel: x.Goal.Measure == x.Basis.Planned || x.Basis.Readings.Funnel.Contains(x.Goal.Measure)) with { IsAdHoc = isAdHoc })
            .ToArray();
        work.Save(made.Select(c => new Stored<Checkpoint>(c, givesWay.GetValueOrDefault(c.Goal))));
        work.Raise(made.Select(c => new CheckpointMade(c.Key, c.Subject, c.AsOf, c.Status, c.NeedsDecision)));
        work.Raise(made.Where(c => c.EscalatedTo is not null).Select(c => new CheckpointEscalated(c.Key, c.Subject, c.EscalatedTo!.Value)));
        work.Raise(made.SelectMany(c => c.Milestones.Select(m => new MilestonePassed(c.Key, c.Subject, c.Goal, m))));
        return [.. asked.Select(g => done.GetValueOrDefault(g.Id)).OfType<Checkpoint>().Concat(made).OrderBy(c => c.Key, StringComparer.Ordinal)];
    }

    /// <summary>One checkpoint whole: figures with evidence, forecast, cause, proposal, feedback and decision. Refused when there is no such checkpoint, or the actor may not see it. Stores nothing.</summary>
    /// <param name="call">Tenant and actor, who must be allowed to see the checkpoints of whose goal it is on its day.</param>
    /// <param name="checkpoint">The checkpoint's key, as <see cref="CheckpointRecord.Key"/> names it.</param>
    /// <param name="on">The day of the call, whose roles count.</param>
    /// <param name="cancellation">Stops the call.</param>
    public Task<UseCaseResult<Checkpoint>> GetAsync(CallContext call, string checkpoint, LocalDate on, CancellationToken cancellation = default) => edge.RunAsync(
        call,
        "show-checkpoint",
        on,
        async work =>
        {
            var found = await checkpoints.FindAsync(call, checkpoint, cancellation).ConfigureAwait(false) ?? throw new BrokenRuleException(new OnlyAMadeCheckpointIsShownRule(checkpoint));
            work.Require(AccessAction.See, DataKind.Checkpoints, found.Value.Subject, found.Value.AsOf);
            return found.Value;
        },
        cancellation);

    /// <summary>Records a decision; the same decision again changes nothing. Refused when there is no such checkpoint, it was decided otherwise, the decision is in another name than the actor's, or it breaks a rule of <see cref="Checkpoint.Decide"/>.</summary>
    /// <param name="call">Tenant and actor, who decides, and must be allowed to decide on the checkpoints of whose goal it is.</param>
    /// <param name="checkpoint">The checkpoint's key.</param>
    /// <param name="decision">The decision; its day is the day whose roles count.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    public Task<UseCaseResult<Checkpoint>> DecideAsync(CallContext call, string checkpoint, CheckpointDecision decision, CancellationToken cancellation = default)
    {
        Guard.Against.Null(decision);
        return edge.RunAsync(call, "decide-checkpoint", decision.On, work => DecideAsync(work, checkpoint, decision, cancellation), cancellation);
    }

    /// <summary>Records what somebody said about a checkpoint; the same words again change nothing. Refused when there is no such checkpoint, or the words are in another name than the actor's.</summary>
    /// <param name="call">Tenant and actor, whose words they are, and who must be allowed to see the checkpoints of whose goal it is.</param>
    /// <param name="checkpoint">The checkpoint's key.</param>
    /// <param name="feedback">What was said; its day is the day whose roles count.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    public Task<UseCaseResult<Checkpoint>> CommentAsync(CallContext call, string checkpoint, CheckpointFeedback feedback, CancellationToken cancellation = default)
    {
        Guard.Against.Null(feedback);
        return edge.RunAsync(
            call,
            "comment-checkpoint",
            feedback.On,
            async work =>
            {
                var stored = await FindAsync(work, checkpoint, AccessAction.See, new OnlyAMadeCheckpointCanBeCommentedOnRule(checkpoint), cancellation).ConfigureAwait(false);
                var commented = stored.Value.Comment(feedback);
                if (!ReferenceEquals(commented, stored.Value))
                {
                    work.RequireOwnName(feedback.By);
                    work.Save<Checkpoint>([stored with { Value = commented }]);
                }

                return commented;
            },
            cancellation);
    }

    private async Task<Checkpoint> DecideAsync(UseCaseWork work, string checkpoint, CheckpointDecision decision, CancellationToken cancellation)
    {
        var stored = await FindAsync(work, checkpoint, AccessAction.Decide, new OnlyAMadeCheckpointCanBeDecidedRule(checkpoint), cancellation).ConfigureAwait(false);
        if (stored.Value.Decision == decision)
        {
            return stored.Value;
        }

        work.RequireOwnName(decision.By);
        var decided = stored.Value.Decide(decision, work.Scope.Agent);
        work.Save<Checkpoint>([stored with { Value = decided }]);
        work.Raise(new CheckpointDecided(decided.Key, decided.Subject, decision.Action, decision.By, decision.DueOn));
        return decided;
    }

    private async Task<Stored<Checkpoint>> FindAsync(UseCaseWork work, string checkpoint, AccessAction action, IBusinessRule otherwise, CancellationToken cancellation)
    {
        var stored = await checkpoints.FindAsync(work.Call, checkpoint, cancellation).ConfigureAwait(false) ?? throw new BrokenRuleException(otherwise);
        work.Require(action, DataKind.Checkpoints, stored.Value.Subject, stored.Value.AsOf);
        return stored;
    }

    // What goals of one period are looked at with: readings, the past that says what is usual, and the measure that is planned backwards, whose gap the funnel explains.
    private sealed record Basis(IReadings Readings, DateInterval History, MeasureId? Planned);
}
