namespace ActivityMgmt.Domain;

/// <summary>Plans agents' weeks. Safe to repeat: what is settled stays as it is, and the same call again changes nothing.</summary>
/// <remarks>Who calls must be allowed to see (<see cref="CheckAsync"/>) or decide on the agent's plans in that week.</remarks>
public sealed class WeekPlanning(UseCaseEdge edge, IFactStore facts, IRepository<WeekPlan> weeks, ITenantCalendars calendars, FeasibilityPolicies policies)
{
    /// <summary>Stores a draft, in place of an earlier draft of the same week. Refused when the week is no draft, begins on another weekday than the company's weeks, it was agreed or closed with other activities, or calls something off in another name than the actor's.</summary>
    /// <param name="call">Tenant and actor.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="on">The day of the call, whose roles count.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    /// <returns>The week as stored, with what stands in its way. A week that was agreed with the same activities comes back agreed.</returns>
    public Task<UseCaseResult<CheckedWeek>> ProposeAsync(CallContext call, WeekPlan draft, LocalDate on, CancellationToken cancellation = default)
    {
        Guard.Against.Null(draft);
        return edge.RunAsync(
            call,
            "propose-week",
            on,
            async work =>
            {
                Require(work, AccessAction.Decide, draft);
                if (calendars.For(call.Tenant).Fiscal.PeriodContaining(PeriodKind.Week, draft.FirstDay).Interval.Start is var expected && expected != draft.FirstDay)
                {
                    throw new BrokenRuleException(new AWeekBeginsOnTheCompanysFirstDayRule(draft, expected));
                }

                var stored = await weeks.FindAsync(call, draft.Key, cancellation).ConfigureAwait(false);
                var known = stored?.Value;
                if (known is not null && known.State != WeekPlanState.Draft && known.Activities.SequenceEqual(draft.Activities))
                {
                    return await CheckedAsync(call, known, cancellation).ConfigureAwait(false);
                }

                // Somebody settled something about it, so it is no draft, whatever it says.
                if ((known ?? draft).State != WeekPlanState.Draft || draft.State != WeekPlanState.Draft || draft.Decisions.Count > 0)
                {
                    throw new BrokenRuleException(new OnlyADraftWeekIsRewrittenRule(known ?? draft));
                }

                foreach (var calledOff in draft.CalledOff.Except(known?.CalledOff ?? []))
                {
                    work.RequireOwnName(calledOff.By);
                }

                return await CheckedAsync(call, Save(work, stored ?? new(draft, 0), draft), cancellation).ConfigureAwait(false);
            },
            cancellation);
    }

    /// <summary>What stands in the way of a week, with what is known now. Refused when there is no such week.</summary>
    public Task<UseCaseResult<CheckedWeek>> CheckAsync(CallContext call, string week, LocalDate on, CancellationToken cancellation = default) => edge.RunAsync(
        call,
        "check-week",
        on,
        async work => await CheckedAsync(call, (await RequireAsync(work, AccessAction.See, week, cancellation).ConfigureAwait(false)).Value, cancellation).ConfigureAwait(false),
        cancellation);

    /// <summary>Accepts a draft in the actor's name, after checking it once more. Refused when there is no such week, a finding blocks it, it is closed, or the actor is the system.</summary>
    public Task<UseCaseResult<CheckedWeek>> AgreeAsync(CallContext call, string week, LocalDate on, Reason reason, CancellationToken cancellation = default) => edge.RunAsync(
        call,
        "agree-week",
        on,
        async work =>
        {
            var stored = await RequireAsync(work, AccessAction.Decide, week, cancellation).ConfigureAwait(false);
            var found = await CheckedAsync(call, stored.Value, cancellation).ConfigureAwait(false);
            return stored.Value.State == WeekPlanState.Agreed ? found : found with { Plan = Save(work, stored, stored.Value.Agree(call.Actor, on, reason, found.Findings)) };
        },
        cancellation);

    /// <summary>Moves an activity of a draft or agreed week. Refused when there is no such week or activity, the week is closed, or doesn't hold the new time.</summary>
    public Task<UseCaseResult<CheckedWeek>> MoveAsync(CallContext call, string week, AppointmentId activity, Instant startsAt, LocalDate on, CancellationToken cancellation = default) =>
        edge.RunAsync(
            call,
            "move-activity",
            on,
            async work =>
            {
                var stored = await RequireAsync(work, AccessAction.Decide, week, cancellation).ConfigureAwait(false);
                return await CheckedAsync(call, Save(work, stored, stored.Value.Move(activity, startsAt)), cancellation).ConfigureAwait(false);
            },
            cancellation);

    /// <summary>
    /// Calls an activity of a draft or agreed week off, in the actor's name. One that is called off already stays as it is. Refused when there is no such week or activity, the
    /// week is closed, or the activity was done or missed already.
    /// </summary>
    /// <param name="call">Tenant and actor.</param>
    /// <param name="week">The week's key (<see cref="WeekPlan.Key"/>).</param>
    /// <param name="activity">Which activity.</param>
    /// <param name="on">The day of the call, whose roles count.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    /// <returns>The week without the activity, and what stands in its way. <see cref="PlanComparison"/> still counts it, when the week was agreed.</returns>
    public Task<UseCaseResult<CheckedWeek>> CallOffAsync(
        CallContext call, string week, AppointmentId activity, LocalDate on, Reason reason, CancellationToken cancellation = default)
    {
        Guard.Against.Null(reason);
        return edge.RunAsync(
            call,
            "call-off-activity",
            on,
            async work =>
            {
                var stored = await RequireAsync(work, AccessAction.Decide, week, cancellation).ConfigureAwait(false);
                var book = await facts.ReadAsync(call, null, cancellation).ConfigureAwait(false);
                var plan = stored.Value.CallOff(activity, call.Actor, on, reason);
                if (!ReferenceEquals(plan, stored.Value))
                {
                    if (WorkItems.Of(book, activity) is { State: WorkItemState.Done or WorkItemState.Missed } over)
                    {
                        throw new BrokenRuleException(new AnActivityWithAnOutcomeIsNotCalledOffRule(stored.Value, activity, over.State, over.ChangedOn));
                    }

                    Save(work, stored, plan);
                    work.Raise(new ActivityCalledOff(plan.Key, plan.Agent, activity, call.Actor, reason));
                }

                return await CheckedAsync(call, plan, book, cancellation).ConfigureAwait(false);
            },
            cancellation);
    }

    /// <summary>Closes an agreed week in the actor's name and compares it with what was done. Refused when there is no such week, it is a draft, not over, or the actor is the system.</summary>
    public Task<UseCaseResult<PlanComparison>> CloseAsync(CallContext call, string week, LocalDate on, Reason reason, CancellationToken cancellation = default) => edge.RunAsync(
        call,
        "close-week",
        on,
        async work =>
        {
            var stored = await RequireAsync(work, AccessAction.Decide, week, cancellation).ConfigureAwait(false);
            var closed = stored.Value.State == WeekPlanState.Closed ? stored.Value : Save(work, stored, stored.Value.Close(call.Actor, on, reason));
            return PlanComparison.Of(closed, await facts.ReadAsync(call, null, cancellation).ConfigureAwait(false));
        },
        cancellation);

    private static void Require(UseCaseWork work, AccessAction action, WeekPlan plan) =>
        work.Require(action, DataKind.Plans, Subject.Of(plan.Agent), plan.Days.Start);

    private async Task<Stored<WeekPlan>> RequireAsync(UseCaseWork work, AccessAction action, string week, CancellationToken cancellation)
    {
        var found = await weeks.FindAsync(work.Call, week, cancellation).ConfigureAwait(false) ?? throw new BrokenRuleException(new OnlyAPlannedWeekIsSettledRule(week));
        Require(work, action, found.Value);
        return found;
    }

    private async Task<CheckedWeek> CheckedAsync(CallContext call, WeekPlan plan, CancellationToken cancellation) =>
        await CheckedAsync(call, plan, await facts.ReadAsync(call, null, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);

    private async Task<CheckedWeek> CheckedAsync(CallContext call, WeekPlan plan, FactBook book, CancellationToken cancellation) =>
        new(plan, FeasibilityReview.Check(
            plan, book, calendars.For(call.Tenant).Work, policies, await OthersAsync(call, plan, cancellation).ConfigureAwait(false)));

    // Everybody's week at the same time, the agent's own before and after, since days differ by time zone, and all weeks on the days of campaigns that this one draws on.
    private async Task<IReadOnlyList<WeekPlan>> OthersAsync(CallContext call, WeekPlan plan, CancellationToken cancellation)
    {
        var campaigns = plan.Budget.Where(b => plan.Activities.Any(a => a.BudgetLine == b.Code && a.Cost is not null)).Select(b => b.Campaign).OfType<CampaignBudget>();
        var firstDays = new SortedSet<LocalDate> { plan.FirstDay };
        foreach (var days in campaigns.Select(c => c.Days))
        {
            // Costs go by the date in each plan's own zone, so a week that only touches the campaign counts, too.
            var first = plan.FirstDay.PlusDays(-7 * (Period.DaysBetween(days.Start, plan.FirstDay.PlusDays(6)) / 7));
            for (var day = first; day <= days.End; day = day.PlusDays(7))
            {
                firstDays.Add(day);
            }
        }

        var others = new List<WeekPlan>();
        foreach (var day in firstDays)
        {
            others.AddRange((await weeks.ListAsync(call, WeekPlan.PartitionOf(day), cancellation).ConfigureAwait(false)).Select(w => w.Value));
        }

        foreach (var day in new[] { plan.FirstDay.PlusDays(-7), plan.FirstDay.PlusDays(7) }.Where(d => !firstDays.Contains(d)))
        {
            if (await weeks.FindAsync(call, (plan with { FirstDay = day }).Key, cancellation).ConfigureAwait(false) is { } neighbour)
            {
                others.Add(neighbour.Value);
            }
        }

        return others;
    }

    private static WeekPlan Save(UseCaseWork work, Stored<WeekPlan> stored, WeekPlan plan)
    {
        if (stored.Token == 0 || !SameContent(stored.Value, plan))
        {
            work.Save<WeekPlan>([stored with { Value = plan }]);
        }

        return plan;
    }

    private static bool SameContent(WeekPlan one, WeekPlan other) =>
        one.State == other.State && one.Decisions.SequenceEqual(other.Decisions) && one.Activities.SequenceEqual(other.Activities) && one.CalledOff.SequenceEqual(other.CalledOff)
        && one.Resources.SequenceEqual(other.Resources)
        && one.Budget.SequenceEqual(other.Budget) && one.Segments.SequenceEqual(other.Segments) && one.Assumptions.SequenceEqual(other.Assumptions) && one.TimeZone == other.TimeZone;
}

/// <summary>A planned week and what stands in its way.</summary>
/// <param name="Plan">The week.</param>
/// <param name="Findings">What was noticed; empty when all is well.</param>
public sealed record CheckedWeek(WeekPlan Plan, IReadOnlyList<Finding> Findings);
