namespace ActivityMgmt.Domain;

public sealed partial class GoalSetting
{
    /// <summary>One goal whole: its history, revisions with reason and approver, and outcome. Refused when there is no such goal, or the actor may see none of its days. Stores nothing.</summary>
    /// <param name="call">Tenant and actor, who must be allowed to see the subject's goals on at least one day of the goal's period, as for lists.</param>
    /// <param name="goal">The goal, as <see cref="GoalRecord.Key"/> names it.</param>
    /// <param name="on">The day of the call, whose roles count.</param>
    /// <param name="cancellation">Stops the call.</param>
    public Task<UseCaseResult<Goal>> GetAsync(CallContext call, GoalId goal, LocalDate on, CancellationToken cancellation = default) => edge.RunAsync(
        call,
        "show-goal",
        on,
        async work =>
        {
            var found = await goals.FindAsync(call, goal.Value, cancellation).ConfigureAwait(false) ?? throw new BrokenRuleException(new OnlyAMadeGoalIsShownRule(goal));
            work.Require(AccessAction.See, DataKind.Goals, found.Value.Subject, found.Value.Period);
            return found.Value;
        },
        cancellation);

    /// <summary>Stores a draft, or rewrites the draft that has its id. Refused when the goal is no draft, one with its id is beyond that, or a version that is new bears another name than the actor's.</summary>
    /// <param name="call">Tenant and actor, who must be allowed to propose goals for the subject, and for whose goal it was before.</param>
    /// <param name="draft">The goal, as a draft.</param>
    /// <param name="on">The day of the call, whose roles count.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    public Task<UseCaseResult<Goal>> DraftAsync(CallContext call, Goal draft, LocalDate on, CancellationToken cancellation = default)
    {
        Guard.Against.Null(draft);
        return edge.RunAsync(
            call,
            "draft-goal",
            on,
            async work =>
            {
                var stored = await FindAsync(work, draft, cancellation).ConfigureAwait(false);
                RequireOwnNames(work, stored?.Value, draft);
                var written = (stored?.Value ?? draft).Rewrite(_ => draft);
                return stored is not null && HasTheTermsOf(stored.Value, written) ? stored.Value : Save(work, written, stored?.Token ?? 0);
            },
            cancellation);
    }

    /// <summary>
    /// Puts a goal before its owner: a new one, a stored draft, or a rejected one with other terms. The same goal again changes nothing. Refused when a goal with its id and
    /// other terms is proposed or further already, or a version that is new bears another name than the actor's.
    /// </summary>
    /// <param name="call">Tenant and actor, who must be allowed to propose goals for the subject, and for whose goal it was before.</param>
    /// <param name="draft">The goal, as a draft.</param>
    /// <param name="on">The day of the call, whose roles count.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    public Task<UseCaseResult<Goal>> ProposeAsync(CallContext call, Goal draft, LocalDate on, CancellationToken cancellation = default)
    {
        Guard.Against.Null(draft);
        return edge.RunAsync(
            call,
            "propose-goal",
            on,
            async work =>
            {
                var stored = await FindAsync(work, draft, cancellation).ConfigureAwait(false);
                if (stored is { Value.State: not (GoalState.Draft or GoalState.Rejected) } && HasTheTermsOf(stored.Value, draft))
                {
                    return stored.Value;
                }

                RequireOwnNames(work, stored?.Value, draft);
                var before = stored?.Value is { State: GoalState.Rejected } rejected ? rejected.Rework() : stored?.Value ?? draft;
                var history = stored?.Value is { State: GoalState.Rejected } ? before.Revisions : [];
                var proposed = before.Rewrite(_ => draft with { Revisions = [.. history, .. draft.Revisions] }).Propose();
                work.Raise(new GoalProposed(proposed.Id, proposed.Subject, proposed.Target));
                return Save(work, proposed, stored?.Token ?? 0);
            },
            cancellation);
    }

    /// <summary>
    /// Agrees one proposed goal with its months in the actor's name, whatever was found on it: the note says why. What has begun starts at once. A goal that is agreed or active
    /// already stays as it is. Refused when there is no such goal, it is neither proposed nor agreed, the actor is the system, or the agent who proposed it for themselves. It takes the right to propose goals for the subject:
    /// so agents answer what was proposed to them.
    /// </summary>
    /// <returns>The goals that were agreed; empty when they had been.</returns>
    public Task<UseCaseResult<IReadOnlyList<Goal>>> AgreeOneAsync(CallContext call, GoalId goal, LocalDate on, string note, CancellationToken cancellation = default) =>
        StepAsync(
            call,
            "agree-goal",
            goal,
            on,
            _ => AccessAction.Propose,
            [GoalState.Agreed, GoalState.Active],
            (g, by) => g.Agree(by, on, Reason.Of("goal.agreed-with-note", ("note", note))).StartedBy(on),
            g => new GoalAgreed(g.Id, g.Subject, g.Target),
            cancellation);

    /// <summary>Refuses a proposed goal with its months in the actor's name. A goal that is rejected already stays as it is. Refused when there is no such goal, it is not proposed, or the actor is the system. It takes the right to propose goals for the subject.</summary>
    /// <returns>The goals that changed; empty when they had.</returns>
    public Task<UseCaseResult<IReadOnlyList<Goal>>> RejectAsync(CallContext call, GoalId goal, LocalDate on, string note, CancellationToken cancellation = default) =>
        StepAsync(
            call, "reject-goal", goal, on, _ => AccessAction.Propose, [GoalState.Rejected], (g, by) => g.Reject(by, on, Reason.Of("goal.rejected", ("note", note))), Moved, cancellation);

    /// <summary>Takes a draft or proposal with its months off the table. A goal that is withdrawn already stays as it is. Refused when there is no such goal, or it is agreed or further. It takes the right to decide on the subject's goals; for what the actor wrote, to propose them.</summary>
    /// <returns>The goals that changed; empty when they had.</returns>
    public Task<UseCaseResult<IReadOnlyList<Goal>>> WithdrawAsync(CallContext call, GoalId goal, LocalDate on, string note, CancellationToken cancellation = default) =>
        StepAsync(
            call,
            "withdraw-goal",
            goal,
            on,
            g => g.Revisions[^1].By == call.Actor ? AccessAction.Propose : AccessAction.Decide,
            [GoalState.Withdrawn],
            (g, by) => g.Withdraw(by.Id, on, Reason.Of("goal.withdrawn", ("note", note))),
            Moved,
            cancellation);

    /// <summary>
    /// Adjusts a goal in the name of who calls. Its open months follow, so that they still sum to it; a month's quarter moves by as much. Goals above stay:
    /// what they hold beyond their parts is named in <see cref="RollUp"/>. The same adjustment again changes nothing. Refused when there is no such goal, it can't be
    /// adjusted so, or nobody decided that at the checkpoint; that decision is carried out with it.
    /// </summary>
    /// <param name="call">Tenant and actor, who must be allowed to decide on the subject's goals; the actor approves the adjustment.</param>
    /// <param name="goal">The goal.</param>
    /// <param name="adjustment">The change; where it names a checkpoint, somebody decided there to adjust this goal.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    /// <returns>The goals that changed; empty when they had.</returns>
    public Task<UseCaseResult<IReadOnlyList<Goal>>> AdjustAsync(CallContext call, GoalId goal, GoalAdjustment adjustment, CancellationToken cancellation = default)
    {
        Guard.Against.Null(adjustment);
        return edge.RunAsync(call, "adjust-goal", adjustment.On, work => AdjustAsync(work, goal, adjustment, cancellation), cancellation);
    }

    private async Task<IReadOnlyList<Goal>> AdjustAsync(UseCaseWork work, GoalId goal, GoalAdjustment adjustment, CancellationToken cancellation)
    {
        var call = work.Call;
        var found = await RequireAsync(work, goal, _ => AccessAction.Decide, cancellation).ConfigureAwait(false);
        if (found.Value.Revisions.Contains(GoalRevision.Of(adjustment, call.Actor)))
        {
            return [];
        }

        if (adjustment.Checkpoint is { } key)
        {
            await CarryOutAsync(work, goal, key, adjustment, cancellation).ConfigureAwait(false);
        }

        var stored = await goals.ListAsync(call, found.Value.Partition, cancellation).ConfigureAwait(false);
        var piece = await PieceOfAsync(call, found.Value, cancellation).ConfigureAwait(false);
        var changed = GoalParts.Adjust(found.Value, [.. stored.Select(g => g.Value)], adjustment, work.Actor, policies.Apportionment, piece);
        var tokens = stored.ToDictionary(g => g.Value.Id, g => g.Token);
        work.Save(changed.Select(g => new Stored<Goal>(g, tokens[g.Id])));
        work.Raise(changed.Select(g => new GoalAdjusted(g.Id, g.Subject, g.Target, g.Revisions[^1].Reason)));
        return changed;
    }

    // The adjustment is what was decided, so the decision waits for nobody any more.
    private async Task CarryOutAsync(UseCaseWork work, GoalId goal, string key, GoalAdjustment adjustment, CancellationToken cancellation)
    {
        var stored = await checkpoints.FindAsync(work.Call, key, cancellation).ConfigureAwait(false);
        if (stored?.Value is not { Decision: { Action: CheckpointAction.AdjustGoal } decision } checkpoint || checkpoint.Goal != goal)
        {
            throw new BrokenRuleException(new OnlyADecisionToAdjustLeadsToAnAdjustmentRule(goal, key));
        }

        if (checkpoint.HasOpenDecision)
        {
            var completed = checkpoint.Complete(new(work.Call.Actor, LocalDate.Max(adjustment.On, decision.On), $"{goal}: {adjustment.Target}"));
            work.Save<Checkpoint>([stored with { Value = completed }]);
            work.Raise(new DecisionCarriedOut(completed.Key, completed.Subject, decision.Responsible, work.Call.Actor, completed.Completion!.On));
        }
    }

    /// <summary>Starts every agreed goal whose first day has come, whatever kind of period it has. Other use cases count such a goal as running before this was called.</summary>
    /// <param name="call">Tenant and actor, who must be allowed to decide on all goals; the system may, since it settles nothing.</param>
    /// <param name="on">The day; a goal whose first day it is starts.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    /// <returns>The goals that this call started.</returns>
    public Task<UseCaseResult<IReadOnlyList<Goal>>> StartDueAsync(CallContext call, LocalDate on, CancellationToken cancellation = default) => edge.RunAsync(
        call,
        "start-due-goals",
        on,
        async work =>
        {
            work.RequireEverything(AccessAction.Decide, DataKind.Goals);
            var due = await ListAsync(call, Specification.Where<GoalRecord>(g => g.State == GoalState.Agreed && g.From <= on), cancellation).ConfigureAwait(false);
            return Move(work, [.. due.Select(g => g with { Value = g.Value.Activate(on) })]);
        },
        cancellation);

    /// <summary>
    /// Closes every goal whose last day is over, whatever kind of period it has (week, month, quarter, half-year, year or a host's own) and whether or not anything changed since,
    /// with its result as it is known now. The KPI document is the one in force on the goal's first day; for a month of a longer goal, on that goal's.
    /// </summary>
    /// <param name="call">Tenant and actor, who must be allowed to decide on all goals.</param>
    /// <param name="on">The day; a goal whose last day it is still runs.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    /// <returns>The goals that this call closed.</returns>
    public Task<UseCaseResult<IReadOnlyList<Goal>>> CloseDueAsync(CallContext call, LocalDate on, long? asKnownAt = null, CancellationToken cancellation = default) => edge.RunAsync(
        call,
        "close-due-goals",
        on,
        async work =>
        {
            work.RequireEverything(AccessAction.Decide, DataKind.Goals);
            var due = await ListAsync(
                call, Specification.Where<GoalRecord>(g => (g.State == GoalState.Active || g.State == GoalState.Agreed) && g.Until < on), cancellation).ConfigureAwait(false);
            if (due.Count == 0)
            {
                return [];
            }

            var book = await facts.ReadAsync(call, asKnownAt, cancellation).ConfigureAwait(false);
            var closed = new List<Stored<Goal>>();
            foreach (var together in await ByFirstDayAsync(call, due, cancellation).ConfigureAwait(false))
            {
                var kpiDocument = await documents.RequireAsync(call, DocumentKinds.Kpis, together.Key, cancellation).ConfigureAwait(false);
                var readings = kpis.Open(book, kpiDocument, calendars.For(call.Tenant));
                closed.AddRange(together.Select(g => g with { Value = g.Value.StartedBy(on).Close(on, GoalReadings.Of(g.Value, readings)) }));
            }

            return Move(work, closed);
        },
        cancellation);

    /// <summary>Whom to remind of manual goals that wait for an entry on a day (<see cref="GoalPolicies.RemindAfterDays"/>), whatever kind of period they have; see <see cref="Reminders.OfMissingEntries"/>. Stores nothing.</summary>
    public Task<UseCaseResult<IReadOnlyList<Reminder>>> RemindersAsync(CallContext call, LocalDate on, long? asKnownAt = null, CancellationToken cancellation = default) => edge.RunAsync(
        call,
        "remind-of-goals",
        on,
        async work =>
        {
            work.RequireEverything(AccessAction.See, DataKind.Goals);
            var book = await facts.ReadAsync(call, asKnownAt, cancellation).ConfigureAwait(false);
            var running = await ListAsync(
                call, Specification.Where<GoalRecord>(g => (g.State == GoalState.Active || g.State == GoalState.Agreed) && g.From <= on), cancellation).ConfigureAwait(false);
            return Reminders.OfMissingEntries(running.Select(g => g.Value), book, on, policies.RemindAfterDays);
        },
        cancellation);

    /// <summary>
    /// Which agents' running goals would be lower by the pro-rating policy (<see cref="GoalPolicies.ProRating"/>), because the agent isn't there, or is on leave, for a
    /// part of the quarter. Goals that were adjusted for that in another way, or handed over, are left out; a proposal that was applied comes again only when the days changed since. Stores nothing: a person takes a proposal to <see cref="AdjustAsync(CallContext, GoalId, GoalAdjustment, CancellationToken)"/>.
    /// </summary>
    public Task<UseCaseResult<IReadOnlyList<AdjustmentProposal>>> ProposedAdjustmentsAsync(
        CallContext call, Quarter quarter, LocalDate on, long? asKnownAt = null, CancellationToken cancellation = default) => edge.RunAsync<IReadOnlyList<AdjustmentProposal>>(
        call,
        "propose-adjustments",
        on,
        async work =>
        {
            work.RequireEverything(AccessAction.See, DataKind.Goals);
            var (target, readings) = await ReadAsync(call, quarter, on, asKnownAt, cancellation).ConfigureAwait(false);
            var policy = policies.ProRating ?? ProRatings.WorkingDays(readings.Calendars.Work);
            var period = readings.Calendars.Fiscal.IntervalOf(quarter);
            return
            [
                .. (await goals.ListAsync(call, quarter.ToString(), cancellation).ConfigureAwait(false))
                    .Select(g => g.Value)
                    .Where(g => g.State is GoalState.Agreed or GoalState.Active && g.IsCascaded && g.Subject.Kind == SubjectKind.Agent && g.Period == period
                        && !g.Revisions.Any(r => r.Kind == AdjustmentKind.HandOver || (r.Kind is AdjustmentKind.Leave or AdjustmentKind.ProRating && r.Reason.Code != AdjustmentProposals.DaysInForce)))
                    .Select(g => AdjustmentProposals.ForDaysInForce(g, readings.Facts.Organisation, policy, target.PieceOf(g.Measure)))
                    .OfType<AdjustmentProposal>(),
            ];
        },
        cancellation);

    // What is known keeps its names, whoever writes the goal anew.
    private static void RequireOwnNames(UseCaseWork work, Goal? known, Goal draft)
    {
        foreach (var revision in draft.Revisions.Except(known?.Revisions ?? []))
        {
            work.RequireOwnName(revision.By);
            work.RequireOwnName(revision.ApprovedBy ?? revision.By);
        }
    }

    /// <summary>
    /// Drafts for agents who joined after the quarter's first day and have no goal for a target: the share that the cascade's weights give them beside those who have one, for the days
    /// on which they are there (<see cref="GoalPolicies.ProRating"/>), with their months. Goals above stay: what is handed down on top is named in <see cref="RollUp"/>.
    /// Stores nothing: a person takes each draft to <see cref="ProposeAsync"/>, the quarter's before its months.
    /// </summary>
    public Task<UseCaseResult<IReadOnlyList<Goal>>> ProposedGoalsOfJoinersAsync(
        CallContext call, Quarter quarter, LocalDate on, long? asKnownAt = null, CancellationToken cancellation = default) => edge.RunAsync<IReadOnlyList<Goal>>(
        call,
        "propose-goals-of-joiners",
        on,
        async work =>
        {
            work.RequireEverything(AccessAction.See, DataKind.Goals);
            var (target, readings) = await ReadAsync(call, quarter, on, asKnownAt, cancellation).ConfigureAwait(false);
            var stored = await goals.ListAsync(call, quarter.ToString(), cancellation).ConfigureAwait(false);
            var joiners = new JoinerGoals(readings.Calendars.Work, readings.Calendars.Fiscal, policies);
            return [.. joiners.Drafts(target, [.. stored.Select(g => g.Value).Where(g => g.IsCascaded)], readings, on, call.Actor)];
        },
        cancellation);

    private static bool HasTheTermsOf(Goal goal, Goal other) =>
        (goal.Measure, goal.Subject, goal.Period, goal.Parent, goal.Direction, goal.Source, goal.Stretch)
            == (other.Measure, other.Subject, other.Period, other.Parent, other.Direction, other.Source, other.Stretch)
        && (goal.Owner, goal.Target) == (other.Owner, other.Target);

    private static IReadOnlyList<Goal> Move(UseCaseWork work, IReadOnlyList<Stored<Goal>> moved)
    {
        work.Save(moved);
        work.Raise(moved.Select(g => Moved(g.Value)));
        return moved.Values();
    }

    // Goals of any period; who calls was asked for the right to all of them.
    private async Task<IReadOnlyList<Stored<Goal>>> ListAsync(CallContext call, Specification<GoalRecord> wanted, CancellationToken cancellation)
    {
        var found = new List<Stored<Goal>>();
        foreach (var partition in (await goalRecords.ListAsync(call, AccessScope.Everything(call), wanted, cancellation).ConfigureAwait(false)).GroupBy(r => r.Partition, r => r.Key))
        {
            var keys = partition.ToHashSet();
            found.AddRange((await goals.ListAsync(call, partition.Key, cancellation).ConfigureAwait(false)).Where(g => keys.Contains(g.Value.Key)));
        }

        return found;
    }

    private async Task<ILookup<LocalDate, Stored<Goal>>> ByFirstDayAsync(CallContext call, IReadOnlyList<Stored<Goal>> due, CancellationToken cancellation)
    {
        var all = new Dictionary<GoalId, Goal>();
        foreach (var partition in due.Select(g => g.Value.Partition).Distinct())
        {
            foreach (var goal in await goals.ListAsync(call, partition, cancellation).ConfigureAwait(false))
            {
                all[goal.Value.Id] = goal.Value;
            }
        }

        return due.ToLookup(g => g.Value.Parent is { } parent && all.TryGetValue(parent, out var whole) && whole.Subject == g.Value.Subject ? whole.Period.Start : g.Value.Period.Start);
    }

    private static GoalMoved Moved(Goal goal) => new(goal.Id, goal.Subject, goal.State);

    private static void Require(UseCaseWork work, AccessAction action, Goal goal) => work.Require(action, DataKind.Goals, goal.Subject, goal.Period.Start);

    // Who writes a goal anew takes it from whose it was.
    private async Task<Stored<Goal>?> FindAsync(UseCaseWork work, Goal draft, CancellationToken cancellation)
    {
        Require(work, AccessAction.Propose, draft);
        var stored = await goals.FindAsync(work.Call, draft.Key, cancellation).ConfigureAwait(false);
        if (stored is not null)
        {
            Require(work, AccessAction.Propose, stored.Value);
        }

        return stored;
    }

    private static Goal Save(UseCaseWork work, Goal goal, long token)
    {
        work.Save<Goal>([new(goal, token)]);
        return goal;
    }

    private Task<UseCaseResult<IReadOnlyList<Goal>>> StepAsync(
        CallContext call,
        string useCase,
        GoalId id,
        LocalDate on,
        Func<Goal, AccessAction> needs,
        GoalState[] done,
        Func<Goal, Actor, Goal> step,
        Func<Goal, DomainEvent> happened,
        CancellationToken cancellation) => edge.RunAsync<IReadOnlyList<Goal>>(
        call,
        useCase,
        on,
        async work =>
        {
            var found = await RequireAsync(work, id, needs, cancellation).ConfigureAwait(false);
            if (done.Contains(found.Value.State))
            {
                return [];
            }

            var months = (await goals.ListAsync(call, found.Value.Partition, cancellation).ConfigureAwait(false))
                .Where(g => g.Value.Parent == id && g.Value.Subject == found.Value.Subject && g.Value.State == found.Value.State);
            var changed = months.Prepend(found).Select(g => g with { Value = step(g.Value, work.Actor) }).ToArray();
            work.Save(changed);
            work.Raise(changed.Select(g => happened(g.Value)));
            return changed.Values();
        },
        cancellation);

    private async Task<Stored<Goal>> RequireAsync(UseCaseWork work, GoalId goal, Func<Goal, AccessAction> needs, CancellationToken cancellation)
    {
        var found = await goals.FindAsync(work.Call, goal.Value, cancellation).ConfigureAwait(false) ?? throw new BrokenRuleException(new OnlyAMadeGoalCanChangeRule(goal));
        Require(work, needs(found.Value), found.Value);
        return found;
    }

    // Goals outside the cascade have no piece of their own; they are kept to 0.01.
    private async Task<decimal> PieceOfAsync(CallContext call, Goal goal, CancellationToken cancellation)
    {
        if (!goal.IsCascaded)
        {
            return 0.01m;
        }

        var own = calendars.For(call.Tenant);
        var kpiDocument = await documents.RequireAsync(call, DocumentKinds.Kpis, goal.Period.Start, cancellation).ConfigureAwait(false);
        var target = await documents
            .RequireTargetAsync(call, own.Fiscal.QuarterOf(goal.Period.Start), kpis.Open(FactBook.Of([]), kpiDocument, own).Measures, own.Fiscal, cancellation).ConfigureAwait(false);
        return target.Targets.FirstOrDefault(t => t.Measure == goal.Measure)?.Piece ?? 0.01m;
    }
}
