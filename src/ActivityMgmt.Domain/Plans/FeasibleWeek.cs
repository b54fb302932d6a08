namespace ActivityMgmt.Domain;

/// <summary>A planned week with what is known of its agent and customers, as a feasibility check sees it.</summary>
/// <param name="Plan">The week.</param>
/// <param name="Facts">What is known.</param>
/// <param name="Calendar">Which days are worked.</param>
public sealed record FeasibleWeek(WeekPlan Plan, FactBook Facts, IWorkCalendar Calendar)
{
    /// <summary>Other planned weeks that matter: those of the agent and of companions at the same time, and those that draw on the same campaigns. Drafts bind nobody and don't count. <value>Default: none.</value></summary>
    public IReadOnlyList<WeekPlan> OtherWeeks { get; init; } = [];

    /// <summary>The planned activities of each local date, in order of time.</summary>
    public IEnumerable<IGrouping<LocalDate, PlannedActivity>> Dates => Plan.Activities.GroupBy(Plan.DateOf);

    /// <summary>The master data of an activity's customer; <see langword="null"/> when it has none or they are unknown.</summary>
    public CustomerFact? CustomerOf(PlannedActivity activity) => Guard.Against.Null(activity).Customer is { } id ? Facts.Customer(id) : null;

    // The other planned weeks that count.
    internal IEnumerable<WeekPlan> SettledWeeks => OtherWeeks.Where(w => w.State != WeekPlanState.Draft && w.Key != Plan.Key);

    // What an agent has to do beside this week: in settled weeks, as companion, too; and appointments that are recorded and open. In order of time, then id.
    internal IReadOnlyList<Booking> BookingsOf(AgentId agent)
    {
        var planned = SettledWeeks
            .SelectMany(w => w.Activities.Where(a => w.Agent == agent || a.Companion == agent), (w, a) => new Booking(a.Id, a.StartsAt, a.EndsAt, w.Agent, a.Companion))
            .ToArray();
        // What a week plans, or called off, says when it is; the facts may be older.
        var ofWeeks = SettledWeeks.Append(Plan).SelectMany(w => w.Activities.Select(a => a.Id).Concat(w.CalledOff.Select(c => c.Activity.Id))).ToHashSet();
        var recorded = WorkItems.OpenOf(Facts, agent)
            .Where(w => w.PlannedFor is not null && !ofWeeks.Contains(w.Appointment!.Value))
            .Select(w => new Booking(w.Appointment!.Value, w.PlannedFor!.Value, w.PlannedFor.Value + Duration.FromMinutes(w.PlannedMinutes ?? 1), agent, null));
        return [.. planned.Concat(recorded).OrderBy(b => b.StartsAt).ThenBy(b => b.Id.Value, StringComparer.Ordinal)];
    }
}

/// <summary>Something that somebody has to do at a time.</summary>
internal sealed record Booking(AppointmentId Id, Instant StartsAt, Instant EndsAt, AgentId Agent, AgentId? Companion);

/// <summary>Checks whether a planned week can be done and may be done.</summary>
public static class FeasibilityReview
{
    /// <summary>Everything that the policies' checks notice, check by check, each in order of time. Empty when all is well.</summary>
    /// <param name="plan">The week.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="calendar">Which days are worked.</param>
    /// <param name="policies">The checks and their limits.</param>
    /// <param name="otherWeeks">Other planned weeks that matter, see <see cref="FeasibleWeek.OtherWeeks"/>; <see langword="null"/>: none.</param>
    public static IReadOnlyList<Finding> Check(WeekPlan plan, FactBook facts, IWorkCalendar calendar, FeasibilityPolicies policies, IReadOnlyList<WeekPlan>? otherWeeks = null)
    {
        var week = new FeasibleWeek(Guard.Against.Null(plan), Guard.Against.Null(facts), Guard.Against.Null(calendar)) { OtherWeeks = otherWeeks ?? [] };
        return [.. Guard.Against.Null(policies).Checks.SelectMany(check => check(week, policies))];
    }
}
