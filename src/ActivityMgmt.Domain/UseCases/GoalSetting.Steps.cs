namespace ActivityMgmt.Domain;

public sealed partial class GoalSetting
{
    /// <summary>Stores a draft, or rewrites the draft that has its id.</summary>
    /// <exception cref="BrokenRuleException">The goal is no draft, or one with its id is beyond that.</exception>
    public async Task<Goal> DraftAsync(CallContext call, Goal draft, CancellationToken cancellation)
    {
        Guard.Against.Null(call);
        Guard.Against.Null(draft);
        var stored = await goals.FindAsync(call, draft.Key, cancellation).ConfigureAwait(false);
        var written = (stored?.Value ?? draft).Rewrite(_ => draft);
        return stored is not null && HasTheTermsOf(stored.Value, written) ? stored.Value : await SaveAsync(call, written, stored?.Token ?? 0, cancellation).ConfigureAwait(false);
    }

    /// <summary>Puts a goal before its owner: a new one, a stored draft, or a rejected one with other terms. The same goal again changes nothing.</summary>
    /// <param name="call">Tenant and actor.</param>
    /// <param name="draft">The goal, as a draft.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    /// <exception cref="BrokenRuleException">A goal with its id and other terms is proposed or further already.</exception>
    public async Task<Goal> ProposeAsync(CallContext call, Goal draft, CancellationToken cancellation)
    {
        Guard.Against.Null(call);
        Guard.Against.Null(draft);
        var stored = await goals.FindAsync(call, draft.Key, cancellation).ConfigureAwait(false);
        if (stored is { Value.State: not (GoalState.Draft or GoalState.Rejected) } && HasTheTermsOf(stored.Value, draft))
        {
            return stored.Value;
        }

        var before = stored?.Value is { State: GoalState.Rejected } rejected ? rejected.Rework() : stored?.Value ?? draft;
        var history = stored?.Value is { State: GoalState.Rejected } ? before.Revisions : [];
        var proposed = before.Rewrite(_ => draft with { Revisions = [.. history, .. draft.Revisions] }).Propose();
        return await SaveAsync(call, proposed, stored?.Token ?? 0, cancellation).ConfigureAwait(false);
    }

    /// <summary>Agrees and starts one proposed goal with its months, whatever was found on it: the note says why. A goal that is agreed or active already stays as it is.</summary>
    /// <returns>The goals that started; empty when they had.</returns>
    /// <exception cref="BrokenRuleException">There is no such goal, or it is neither proposed nor agreed.</exception>
    public Task<IReadOnlyList<Goal>> AgreeOneAsync(CallContext call, GoalId goal, LocalDate on, string note, CancellationToken cancellation) =>
        StepAsync(
            call, goal, [GoalState.Agreed, GoalState.Active], g => g.Agree(call.Actor, on, Reason.Of("goal.agreed-with-note", ("note", note))).Activate(), cancellation);

    /// <summary>Refuses a proposed goal with its months. A goal that is rejected already stays as it is.</summary>
    /// <returns>The goals that changed; empty when they had.</returns>
    /// <exception cref="BrokenRuleException">There is no such goal, or it is not proposed.</exception>
    public Task<IReadOnlyList<Goal>> RejectAsync(CallContext call, GoalId goal, LocalDate on, string note, CancellationToken cancellation) =>
        StepAsync(call, goal, [GoalState.Rejected], g => g.Reject(call.Actor, on, Reason.Of("goal.rejected", ("note", note))), cancellation);

    /// <summary>Takes a draft or proposal with its months off the table. A goal that is withdrawn already stays as it is.</summary>
    /// <returns>The goals that changed; empty when they had.</returns>
    /// <exception cref="BrokenRuleException">There is no such goal, or it is agreed or further.</exception>
    public Task<IReadOnlyList<Goal>> WithdrawAsync(CallContext call, GoalId goal, LocalDate on, string note, CancellationToken cancellation) =>
        StepAsync(call, goal, [GoalState.Withdrawn], g => g.Withdraw(call.Actor, on, Reason.Of("goal.withdrawn", ("note", note))), cancellation);

    /// <summary>
    /// Adjusts a goal in the name of who calls. Its open months follow, so that they still sum to it; a month's quarter moves by as much. Goals above stay:
    /// what they hold beyond their parts is named in <see cref="RollUp"/>. The same adjustment again changes nothing.
    /// </summary>
    /// <param name="call">Tenant and actor; the actor approves the adjustment.</param>
    /// <param name="goal">The goal.</param>
    /// <param name="adjustment">The change; where it names a checkpoint, somebody decided there to adjust this goal.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    /// <returns>The goals that changed; empty when they had.</returns>
    /// <exception cref="BrokenRuleException">There is no such goal; it can't be adjusted so; or nobody decided that at the checkpoint.</exception>
    public async Task<IReadOnlyList<Goal>> AdjustAsync(CallContext call, GoalId goal, GoalAdjustment adjustment, CancellationToken cancellation)
    {
        Guard.Against.Null(call);
        Guard.Against.Null(adjustment);
        var found = await RequireAsync(call, goal, cancellation).ConfigureAwait(false);
        if (found.Value.Revisions.Contains(GoalRevision.Of(adjustment, call.Actor)))
        {
            return [];
        }

        if (adjustment.Checkpoint is { } key)
        {
            var checkpoint = (await checkpoints.FindAsync(call, key, cancellation).ConfigureAwait(false))?.Value;
            if (checkpoint?.Decision?.Action != CheckpointAction.AdjustGoal || checkpoint.Goal != goal)
            {
                throw new BrokenRuleException(new OnlyADecisionToAdjustLeadsToAnAdjustmentRule(goal, key));
            }
        }

        var stored = await goals.ListAsync(call, found.Value.Partition, cancellation).ConfigureAwait(false);
        var piece = await PieceOfAsync(call, found.Value, cancellation).ConfigureAwait(false);
        var changed = GoalParts.Adjust(found.Value, [.. stored.Select(g => g.Value)], adjustment, call.Actor, policies.Apportionment, piece);
        var tokens = stored.ToDictionary(g => g.Value.Id, g => g.Token);
        await goals.SaveAsync(call, [.. changed.Select(g => new Stored<Goal>(g, tokens[g.Id]))], cancellation).ConfigureAwait(false);
        return changed;
    }

    /// <summary>Closes every active goal whose last day is over, months and quarters, whether or not anything changed since, with its result as it is known now.</summary>
    /// <param name="call">Tenant and actor.</param>
    /// <param name="quarter">The quarter.</param>
    /// <param name="on">The day; a goal whose last day it is still runs.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    /// <returns>The goals that this call closed.</returns>
    public async Task<IReadOnlyList<Goal>> CloseDueAsync(CallContext call, Quarter quarter, LocalDate on, long? asKnownAt, CancellationToken cancellation)
    {
        Guard.Against.Null(call);
        var due = (await goals.ListAsync(call, quarter.ToString(), cancellation).ConfigureAwait(false))
            .Where(g => g.Value.State == GoalState.Active && g.Value.Period.End < on).ToArray();
        if (due.Length == 0)
        {
            return [];
        }

        var book = await facts.ReadAsync(call, asKnownAt, cancellation).ConfigureAwait(false);
        var readings = kpis.Open(book, await documents.RequireAsync(call, DocumentKinds.Kpis, quarter.Interval.Start, cancellation).ConfigureAwait(false));
        var closed = due.Select(g => g with { Value = g.Value.Close(on, GoalReadings.Of(g.Value, readings)) }).ToArray();
        await goals.SaveAsync(call, closed, cancellation).ConfigureAwait(false);
        return [.. closed.Select(g => g.Value)];
    }

    /// <summary>Which manual goals of a quarter wait for an entry on a day (<see cref="GoalPolicies.RemindAfterDays"/>). Stores nothing.</summary>
    public async Task<IReadOnlyList<GoalFindings>> RemindersAsync(CallContext call, Quarter quarter, LocalDate on, long? asKnownAt, CancellationToken cancellation)
    {
        Guard.Against.Null(call);
        var book = await facts.ReadAsync(call, asKnownAt, cancellation).ConfigureAwait(false);
        var stored = await goals.ListAsync(call, quarter.ToString(), cancellation).ConfigureAwait(false);
        return
        [
            .. stored.Select(g => (g.Value.Id, Finding: GoalReadings.ReminderOf(g.Value, book, on, policies.RemindAfterDays)))
                .Where(g => g.Finding is not null)
                .Select(g => new GoalFindings(g.Id, [g.Finding!])),
        ];
    }

    /// <summary>
    /// Which agents' running goals would be lower by the pro-rating policy (<see cref="GoalPolicies.ProRating"/>), because the agent isn't there, or is on leave, for a
    /// part of the quarter. Goals that were adjusted for that, or handed over, are left out. Stores nothing: a person takes a proposal to <see cref="AdjustAsync"/>.
    /// </summary>
    public async Task<IReadOnlyList<AdjustmentProposal>> ProposedAdjustmentsAsync(
        CallContext call, Quarter quarter, LocalDate on, long? asKnownAt, CancellationToken cancellation)
    {
        var (target, readings) = await ReadAsync(call, quarter, on, asKnownAt, cancellation).ConfigureAwait(false);
        var policy = policies.ProRating ?? ProRatings.WorkingDays(calendar);
        return
        [
            .. (await goals.ListAsync(call, quarter.ToString(), cancellation).ConfigureAwait(false))
                .Select(g => g.Value)
                .Where(g => g.State == GoalState.Active && g.IsCascaded && g.Subject.Kind == SubjectKind.Agent && g.Period == quarter.Interval
                    && !g.Revisions.Any(r => r.Kind is AdjustmentKind.Leave or AdjustmentKind.ProRating or AdjustmentKind.HandOver))
                .Select(g => AdjustmentProposals.ForDaysInForce(g, readings.Facts.Organisation, policy, target.PieceOf(g.Measure)))
                .OfType<AdjustmentProposal>(),
        ];
    }

    private static bool HasTheTermsOf(Goal goal, Goal other) =>
        (goal.Measure, goal.Subject, goal.Period, goal.Parent, goal.Direction, goal.Source, goal.Stretch)
            == (other.Measure, other.Subject, other.Period, other.Parent, other.Direction, other.Source, other.Stretch)
        && (goal.Owner, goal.Target) == (other.Owner, other.Target);

    private async Task<IReadOnlyList<Goal>> StepAsync(CallContext call, GoalId id, GoalState[] done, Func<Goal, Goal> step, CancellationToken cancellation)
    {
        Guard.Against.Null(call);
        var found = await RequireAsync(call, id, cancellation).ConfigureAwait(false);
        if (done.Contains(found.Value.State))
        {
            return [];
        }

        var months = (await goals.ListAsync(call, found.Value.Partition, cancellation).ConfigureAwait(false))
            .Where(g => g.Value.Parent == id && g.Value.Subject == found.Value.Subject && g.Value.State == found.Value.State);
        var changed = months.Prepend(found).Select(g => g with { Value = step(g.Value) }).ToArray();
        await goals.SaveAsync(call, changed, cancellation).ConfigureAwait(false);
        return [.. changed.Select(g => g.Value)];
    }

    private async Task<Goal> SaveAsync(CallContext call, Goal goal, long token, CancellationToken cancellation)
    {
        await goals.SaveAsync(call, [new(goal, token)], cancellation).ConfigureAwait(false);
        return goal;
    }

    private async Task<Stored<Goal>> RequireAsync(CallContext call, GoalId goal, CancellationToken cancellation) =>
        await goals.FindAsync(call, goal.Value, cancellation).ConfigureAwait(false) ?? throw new BrokenRuleException(new OnlyAMadeGoalCanChangeRule(goal));

    // Goals outside the cascade have no piece of their own; they are kept to 0.01.
    private async Task<decimal> PieceOfAsync(CallContext call, Goal goal, CancellationToken cancellation)
    {
        if (!goal.IsCascaded)
        {
            return 0.01m;
        }

        var kpiDocument = await documents.RequireAsync(call, DocumentKinds.Kpis, goal.Period.Start, cancellation).ConfigureAwait(false);
        var target = await documents
            .RequireTargetAsync(call, Quarter.Containing(goal.Period.Start), kpis.Open(FactBook.Of([]), kpiDocument).Measures, cancellation).ConfigureAwait(false);
        return target.Targets.FirstOrDefault(t => t.Measure == goal.Measure)?.Piece ?? 0.01m;
    }
}
