namespace ActivityMgmt.Domain;

/// <summary>Closes a quarter's goals, evaluates its agents, keeps what people settle about it, and proposes the next quarter's goals. Safe to repeat: what exists stays as it is.</summary>
public sealed partial class Evaluating(
    IFactStore facts,
    IDocumentStore documents,
    IKpiEngine kpis,
    IScorecards scorecards,
    IRepository<Goal> goals,
    IRepository<Checkpoint> checkpoints,
    IRepository<Evaluation> evaluations,
    EvaluationPolicies policies)
{
    /// <summary>Evaluates every agent who was active in the quarter, closes the quarter's goals and proposes the next ones.</summary>
    /// <param name="call">Tenant and actor.</param>
    /// <param name="quarter">The quarter.</param>
    /// <param name="on">The day of closing.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the call; what was stored by then stays, and calling again goes on.</param>
    public async Task<QuarterClosing> CloseAsync(CallContext call, Quarter quarter, LocalDate on, long? asKnownAt, CancellationToken cancellation)
    {
        Guard.Against.Null(call);
        var book = await facts.ReadAsync(call, asKnownAt, cancellation).ConfigureAwait(false);
        var readings = kpis.Open(book, await documents.RequireAsync(call, DocumentKinds.Kpis, quarter.Interval.Start, cancellation).ConfigureAwait(false));
        var target = await documents.RequireTargetAsync(call, quarter, readings.Measures, cancellation).ConfigureAwait(false);
        var scorecard = await documents.FindAsync(call, DocumentKinds.Scorecard, quarter.Interval.Start, cancellation).ConfigureAwait(false);
        var pack = await documents.FindAsync(call, DocumentKinds.RulePack, quarter.Interval.Start, cancellation).ConfigureAwait(false);
        var compliance = pack is null ? [] : RulePack.Read(pack).Review(book.UpTo(quarter.Interval.End), quarter.Interval);

        var stored = await goals.ListAsync(call, quarter.ToString(), cancellation).ConfigureAwait(false);
        await goals.SaveAsync(
            call, [.. stored.Where(g => g.Value.State == GoalState.Active).Select(g => g with { Value = g.Value.Close(on, GoalReadings.Of(g.Value, readings)) })], cancellation).ConfigureAwait(false);
        var agentGoals = stored.Select(g => g.Value)
            .Where(g => g.IsCascaded && g.Subject.Kind == SubjectKind.Agent && g.Period == quarter.Interval)
            .ToLookup(g => g.Subject.Agent);
        var checkpointsOf = (await checkpoints.ListAsync(call, quarter.ToString(), cancellation).ConfigureAwait(false))
            .Select(c => c.Value).OrderBy(c => c.AsOf).ToLookup(c => c.Agent);

        var known = (await evaluations.ListAsync(call, quarter.ToString(), cancellation).ConfigureAwait(false)).Select(e => e.Value.Agent).ToHashSet();
        var made = scorecard is null ? [] : book.Organisation.ActiveIn(quarter.Interval).Where(a => !known.Contains(a)).Select(agent =>
        {
            var own = compliance.Where(c => c.Agent == agent).ToArray();
            var targets = agentGoals[agent].ToDictionary(g => g.Measure, g => g.Target);
            var card = scorecards.Score(scorecard, readings, agent, quarter.Interval, targets, own);
            return EvaluationReview.Evaluate(agent, quarter, [.. agentGoals[agent]], readings, card, own, [.. checkpointsOf[agent]], policies);
        }).ToArray();
        await evaluations.SaveAsync(call, [.. made.Select(e => new Stored<Evaluation>(e, 0))], cancellation).ConfigureAwait(false);

        var all = (await evaluations.ListAsync(call, quarter.ToString(), cancellation).ConfigureAwait(false)).Select(e => e.Value).ToArray();
        var actions = all.ToLookup(e => e.Agent, e => e.Actions.Select(a => a.Reason));
        var next = await ProposeAsync(call, quarter, target, readings, agentGoals, checkpointsOf, actions, on, cancellation).ConfigureAwait(false);
        return new(quarter, all, compliance, next);
    }

    private async Task<IReadOnlyList<Goal>> ProposeAsync(
        CallContext call,
        Quarter quarter,
        TargetDocument target,
        IReadings readings,
        ILookup<AgentId, Goal> agentGoals,
        ILookup<AgentId, Checkpoint> checkpointsOf,
        ILookup<AgentId, IEnumerable<Reason>> actions,
        LocalDate on,
        CancellationToken cancellation)
    {
        var stored = await goals.ListAsync(call, quarter.Next.ToString(), cancellation).ConfigureAwait(false);
        if (stored.Any(g => g.Value.IsCascaded))
        {
            // The next quarter is open already; nothing is proposed behind its back.
            return [.. stored.Select(g => g.Value)];
        }

        var known = stored.Select(g => g.Value.Id).ToHashSet();
        Quarter[] past = [quarter.Previous.Previous, quarter.Previous, quarter];
        var proposals = agentGoals
            .Where(g => readings.Facts.Organisation.IsActive(g.Key, quarter.Next.Interval.Start))
            .SelectMany(g => g)
            .Select(g => NextGoalProposal.For(g, readings, past, [.. checkpointsOf[g.Subject.Agent]], target.PieceOf(g.Measure), call.Actor, on))
            .OfType<Goal>()
            .Where(g => !known.Contains(g.Id))
            .Select(g => new Stored<Goal>(g with { Actions = [.. actions[g.Subject.Agent].SelectMany(a => a)] }, 0))
            .ToArray();
        await goals.SaveAsync(call, proposals, cancellation).ConfigureAwait(false);
        return [.. (await goals.ListAsync(call, quarter.Next.ToString(), cancellation).ConfigureAwait(false)).Select(g => g.Value)];
    }
}

/// <summary>What closing a quarter gave.</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="Evaluations">Each agent's evaluation, sorted by agent; empty when no scorecard applies.</param>
/// <param name="Compliance">What each rule says about each case of the quarter; empty when no rule pack applies.</param>
/// <param name="NextGoals">The goals of the next quarter, sorted by id.</param>
public sealed record QuarterClosing(
    Quarter Quarter, IReadOnlyList<Evaluation> Evaluations, IReadOnlyList<ComplianceResult> Compliance, IReadOnlyList<Goal> NextGoals);
