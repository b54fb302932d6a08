namespace ActivityMgmt.Domain;

/// <summary>Plans agents' weeks. Safe to repeat: what is settled stays as it is, and the same call again changes nothing.</summary>
public sealed class WeekPlanning(IFactStore facts, IRepository<WeekPlan> weeks, IWorkCalendar calendar, FeasibilityPolicies policies)
{
    /// <summary>Stores a draft, in place of an earlier draft of the same week.</summary>
    /// <param name="call">Tenant and actor.</param>
    /// <param name="draft">The draft.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    /// <returns>The week as stored, with what stands in its way. A week that was agreed with the same activities comes back agreed.</returns>
    /// <exception cref="BrokenRuleException">The week is no draft, or it was agreed or closed with other activities.</exception>
    public async Task<CheckedWeek> ProposeAsync(CallContext call, WeekPlan draft, CancellationToken cancellation)
    {
        Guard.Against.Null(call);
        Guard.Against.Null(draft);
        var stored = await weeks.FindAsync(call, draft.Key, cancellation).ConfigureAwait(false);
        var known = stored?.Value;
        if (known is not null && known.State != WeekPlanState.Draft && known.Activities.SequenceEqual(draft.Activities))
        {
            return await CheckedAsync(call, known, cancellation).ConfigureAwait(false);
        }

        if ((known ?? draft).State != WeekPlanState.Draft || draft.State != WeekPlanState.Draft)
        {
            throw new BrokenRuleException(new OnlyADraftWeekIsRewrittenRule(known ?? draft));
        }

        return await CheckedAsync(call, await SavedAsync(call, stored ?? new(draft, 0), draft, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
    }

    /// <summary>What stands in the way of a week, with what is known now.</summary>
    /// <exception cref="BrokenRuleException">There is no such week.</exception>
    public async Task<CheckedWeek> CheckAsync(CallContext call, string week, CancellationToken cancellation) =>
        await CheckedAsync(call, (await RequireAsync(call, week, cancellation).ConfigureAwait(false)).Value, cancellation).ConfigureAwait(false);

    /// <summary>Accepts a draft in the actor's name, after checking it once more.</summary>
    /// <exception cref="BrokenRuleException">There is no such week, a finding blocks it, it is closed, or the actor is the system.</exception>
    public async Task<CheckedWeek> AgreeAsync(CallContext call, string week, LocalDate on, Reason reason, CancellationToken cancellation)
    {
        var stored = await RequireAsync(call, week, cancellation).ConfigureAwait(false);
        var found = await CheckedAsync(call, stored.Value, cancellation).ConfigureAwait(false);
        return stored.Value.State == WeekPlanState.Agreed
            ? found
            : found with { Plan = await SavedAsync(call, stored, stored.Value.Agree(call.Actor, on, reason, found.Findings), cancellation).ConfigureAwait(false) };
    }

    /// <summary>Moves an activity of a draft or agreed week.</summary>
    /// <exception cref="BrokenRuleException">There is no such week or activity, the week is closed, or doesn't hold the new time.</exception>
    public async Task<CheckedWeek> MoveAsync(CallContext call, string week, AppointmentId activity, Instant startsAt, CancellationToken cancellation)
    {
        var stored = await RequireAsync(call, week, cancellation).ConfigureAwait(false);
        var moved = await SavedAsync(call, stored, stored.Value.Move(activity, startsAt), cancellation).ConfigureAwait(false);
        return await CheckedAsync(call, moved, cancellation).ConfigureAwait(false);
    }

    /// <summary>Closes an agreed week in the actor's name and compares it with what was done.</summary>
    /// <exception cref="BrokenRuleException">There is no such week, it is a draft, not over, or the actor is the system.</exception>
    public async Task<PlanComparison> CloseAsync(CallContext call, string week, LocalDate on, Reason reason, CancellationToken cancellation)
    {
        var stored = await RequireAsync(call, week, cancellation).ConfigureAwait(false);
        var closed = stored.Value.State == WeekPlanState.Closed
            ? stored.Value
            : await SavedAsync(call, stored, stored.Value.Close(call.Actor, on, reason), cancellation).ConfigureAwait(false);
        return PlanComparison.Of(closed, await facts.ReadAsync(call, null, cancellation).ConfigureAwait(false));
    }

    private async Task<Stored<WeekPlan>> RequireAsync(CallContext call, string week, CancellationToken cancellation) =>
        await weeks.FindAsync(Guard.Against.Null(call), week, cancellation).ConfigureAwait(false)
            ?? throw new BrokenRuleException(new OnlyAPlannedWeekIsSettledRule(week));

    private async Task<CheckedWeek> CheckedAsync(CallContext call, WeekPlan plan, CancellationToken cancellation) =>
        new(plan, FeasibilityReview.Check(plan, await facts.ReadAsync(call, null, cancellation).ConfigureAwait(false), calendar, policies));

    private async Task<WeekPlan> SavedAsync(CallContext call, Stored<WeekPlan> stored, WeekPlan plan, CancellationToken cancellation)
    {
        if (stored.Token == 0 || !SameContent(stored.Value, plan))
        {
            await weeks.SaveAsync(call, [stored with { Value = plan }], cancellation).ConfigureAwait(false);
        }

        return plan;
    }

    private static bool SameContent(WeekPlan one, WeekPlan other) =>
        one.State == other.State && one.Decisions.SequenceEqual(other.Decisions) && one.Activities.SequenceEqual(other.Activities) && one.Resources.SequenceEqual(other.Resources)
        && one.Budget.SequenceEqual(other.Budget) && one.Segments.SequenceEqual(other.Segments) && one.Assumptions.SequenceEqual(other.Assumptions) && one.TimeZone == other.TimeZone;
}

/// <summary>A planned week and what stands in its way.</summary>
/// <param name="Plan">The week.</param>
/// <param name="Findings">What was noticed; empty when all is well.</param>
public sealed record CheckedWeek(WeekPlan Plan, IReadOnlyList<Finding> Findings);
