namespace ActivityMgmt.Domain;

/// <summary>Runs checkpoints and records what people decide at them. Safe to repeat: a checkpoint that exists stays as it is.</summary>
public sealed class Monitoring(
    IFactStore facts,
    IDocumentStore documents,
    IKpiEngine kpis,
    IRepository<Goal> goals,
    IRepository<ActivityPlan> plans,
    IRepository<Checkpoint> checkpoints,
    IWorkCalendar calendar,
    IForecaster forecaster,
    ICauseFinder causes,
    CheckpointPolicies policies)
{
    private readonly CheckpointReview _review = new(policies, calendar, forecaster, causes);

    /// <summary>Makes the checkpoints that are due on a day; they count up to the day before. None are made on a day on which none are due.</summary>
    /// <param name="call">Tenant and actor.</param>
    /// <param name="quarter">The quarter whose goals are looked at.</param>
    /// <param name="today">The day.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    /// <returns>The checkpoints of the day, made now or before, sorted by key.</returns>
    public async Task<IReadOnlyList<Checkpoint>> RunDueAsync(CallContext call, Quarter quarter, LocalDate today, long? asKnownAt, CancellationToken cancellation)
    {
        Guard.Against.Null(call);
        return policies.Cadence(today, quarter.Interval) ? await RunAsync(call, quarter, today.PlusDays(-1), null, asKnownAt, cancellation).ConfigureAwait(false) : [];
    }

    /// <summary>Makes checkpoints on demand, whatever the cadence; they count up to a day, included.</summary>
    /// <param name="call">Tenant and actor.</param>
    /// <param name="quarter">The quarter whose goals are looked at.</param>
    /// <param name="asOf">The last day that is counted, in the quarter.</param>
    /// <param name="agents">Whose goals; empty: everybody's.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    /// <returns>The checkpoints of these agents as of that day, made now or before, sorted by key.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The day is outside the quarter.</exception>
    public Task<IReadOnlyList<Checkpoint>> RunNowAsync(
        CallContext call, Quarter quarter, LocalDate asOf, IReadOnlyCollection<AgentId> agents, long? asKnownAt, CancellationToken cancellation)
    {
        Guard.Against.Null(call);
        Guard.Against.Null(agents);
        return quarter.Interval.Contains(asOf)
            ? RunAsync(call, quarter, asOf, agents.Count == 0 ? null : [.. agents], asKnownAt, cancellation)
            : throw new ArgumentOutOfRangeException(nameof(asOf), asOf, $"The day is not in {quarter.Interval}.");
    }

    /// <summary>Records a decision; the same decision again changes nothing.</summary>
    /// <exception cref="BrokenRuleException">There is no such checkpoint, it was decided otherwise, or the decision breaks a rule of <see cref="Checkpoint.Decide"/>.</exception>
    public Task<Checkpoint> DecideAsync(CallContext call, string checkpoint, CheckpointDecision decision, CancellationToken cancellation)
    {
        Guard.Against.Null(decision);
        return ChangeAsync(call, checkpoint, c => c.Decision == decision ? c : c.Decide(decision), cancellation);
    }

    /// <summary>Records what somebody said about a checkpoint; the same words again change nothing.</summary>
    /// <exception cref="BrokenRuleException">There is no such checkpoint.</exception>
    public Task<Checkpoint> CommentAsync(CallContext call, string checkpoint, CheckpointFeedback feedback, CancellationToken cancellation)
    {
        Guard.Against.Null(feedback);
        return ChangeAsync(call, checkpoint, c => c.Comment(feedback), cancellation);
    }

    private async Task<IReadOnlyList<Checkpoint>> RunAsync(
        CallContext call, Quarter quarter, LocalDate asOf, HashSet<AgentId>? agents, long? asKnownAt, CancellationToken cancellation)
    {
        bool IsAsked(AgentId agent) => agents?.Contains(agent) != false;
        var partition = quarter.ToString();
        var known = (await checkpoints.ListAsync(call, partition, cancellation).ConfigureAwait(false)).Select(c => c.Value).OrderBy(c => c.AsOf).ToArray();
        var done = known.Where(c => c.AsOf == asOf).ToDictionary(c => c.Goal);
        var earlier = known.Where(c => c.AsOf < asOf).ToLookup(c => c.Goal);
        var book = (await facts.ReadAsync(call, asKnownAt, cancellation).ConfigureAwait(false)).UpTo(asOf);
        var readings = kpis.Open(book, await documents.RequireAsync(call, DocumentKinds.Kpis, quarter.Interval.Start, cancellation).ConfigureAwait(false));
        var target = await documents.RequireTargetAsync(call, quarter, readings.Measures, cancellation).ConfigureAwait(false);
        var planOf = (await plans.ListAsync(call, partition, cancellation).ConfigureAwait(false)).ToDictionary(p => p.Value.Goal, p => p.Value);
        var made = (await goals.ListAsync(call, partition, cancellation).ConfigureAwait(false))
            .Select(g => g.Value)
            .Where(g => g.State == GoalState.Active && g.Subject.Kind == SubjectKind.Agent && g.Period == quarter.Interval
                && g.Measure == target.Targets[0].Measure && !done.ContainsKey(g.Id) && IsAsked(g.Subject.Agent) && book.Organisation.IsActive(g.Subject.Agent, asOf))
            .Select(g => _review.Review(g, planOf.GetValueOrDefault(g.Id), readings, asOf, asKnownAt, target.History, [.. earlier[g.Id]]))
            .ToArray();
        await checkpoints.SaveAsync(call, [.. made.Select(c => new Stored<Checkpoint>(c, 0))], cancellation).ConfigureAwait(false);
        return [.. done.Values.Where(c => IsAsked(c.Agent)).Concat(made).OrderBy(c => c.Key, StringComparer.Ordinal)];
    }

    private async Task<Checkpoint> ChangeAsync(CallContext call, string checkpoint, Func<Checkpoint, Checkpoint> change, CancellationToken cancellation)
    {
        Guard.Against.Null(call);
        var stored = await checkpoints.FindAsync(call, checkpoint, cancellation).ConfigureAwait(false)
            ?? throw new BrokenRuleException(new OnlyAMadeCheckpointCanBeDecidedRule(checkpoint));
        var changed = change(stored.Value);
        if (!ReferenceEquals(changed, stored.Value))
        {
            await checkpoints.SaveAsync(call, [stored with { Value = changed }], cancellation).ConfigureAwait(false);
        }

        return changed;
    }
}
