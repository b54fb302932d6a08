namespace ActivityMgmt.Domain;

/// <summary>Ready-made checks of the agent's time and money; those of what is allowed are in <c>FeasibilityChecks.Compliance.cs</c>.</summary>
public static partial class FeasibilityChecks
{
    /// <summary>All ready-made checks.</summary>
    public static IReadOnlyList<FeasibilityCheck> All { get; } =
        [Clash, Booked, CompanionBusy, TravelGap, OverCapacity, Holiday, OnLeave, QuietHours, DoNotContact, NoLicence, OverBudget, OverCampaignBudget];

    /// <summary>Two activities at the same time. One that begins when the other ends is well.</summary>
    public static IEnumerable<Finding> Clash(FeasibleWeek week, FeasibilityPolicies policies)
    {
        var activities = Guard.Against.Null(week).Plan.Activities;
        for (var i = 0; i < activities.Count; i++)
        {
            for (var j = i + 1; j < activities.Count && activities[j].StartsAt < activities[i].EndsAt; j++)
            {
                yield return new(Severity.Warn, Reason.Of(
                    "plan.clash",
                    ("activity", activities[j].Id.Value),
                    ("other", activities[i].Id.Value),
                    ("date", week.Plan.DateOf(activities[j]))));
            }
        }
    }

    /// <summary>
    /// Something else that the agent has to do at the same time, outside of this week's plan: in another settled week, as somebody's companion (陪访), or as an appointment that is recorded and open.
    /// One that ends when the other begins is well; an appointment without a length takes a minute.
    /// </summary>
    public static IEnumerable<Finding> Booked(FeasibleWeek week, FeasibilityPolicies policies)
    {
        var bookings = Guard.Against.Null(week).BookingsOf(week.Plan.Agent);
        return
            from activity in week.Plan.Activities
            from booking in bookings
            where Overlap(activity, booking) && !IsSameVisit(week.Plan, activity, booking)
            select new Finding(Severity.Warn, Reason.Of(
                "plan.booked", ("activity", activity.Id.Value), ("other", booking.Id.Value), ("date", week.Plan.DateOf(activity))));
    }

    /// <summary>A companion (陪访) who is on leave on the day, or has something else to do at the same time, as far as settled weeks and recorded appointments tell. The day is the plan's.</summary>
    public static IEnumerable<Finding> CompanionBusy(FeasibleWeek week, FeasibilityPolicies policies)
    {
        var bookingsOf = new Dictionary<AgentId, IReadOnlyList<Booking>>();
        foreach (var activity in Guard.Against.Null(week).Plan.Activities)
        {
            if (activity.Companion is not { } companion || companion == week.Plan.Agent)
            {
                continue;
            }

            if (!bookingsOf.TryGetValue(companion, out var bookings))
            {
                bookingsOf.Add(companion, bookings = week.BookingsOf(companion));
            }

            var date = week.Plan.DateOf(activity);
            if (week.Facts.Organisation.LeaveOf(companion, date) is not null)
            {
                yield return new(Severity.Warn, Reason.Of("plan.companion-on-leave", ("activity", activity.Id.Value), ("companion", companion.Value), ("date", date)));
            }

            foreach (var booking in bookings.Where(b => Overlap(activity, b) && !IsSameVisit(week.Plan, activity, b)))
            {
                yield return new(Severity.Warn, Reason.Of(
                    "plan.companion-booked", ("activity", activity.Id.Value), ("companion", companion.Value), ("other", booking.Id.Value), ("date", date)));
            }
        }
    }

    /// <summary>Too little time to get from one place to the next: distance by speed, plus the minutes of each way, whole minutes rounded up. Just enough is well. Clashes are not looked at again.</summary>
    public static IEnumerable<Finding> TravelGap(FeasibleWeek week, FeasibilityPolicies policies)
    {
        Guard.Against.Null(policies);
        foreach (var date in Guard.Against.Null(week).Dates)
        {
            PlannedActivity[] placed = [.. date.Where(a => a.Place is not null)];
            for (var i = 1; i < placed.Length; i++)
            {
                var needed = MinutesBetween(placed[i - 1].Place!.Value, placed[i].Place!.Value, policies);
                var gap = (int)(placed[i].StartsAt - placed[i - 1].EndsAt).TotalMinutes;
                if (gap >= 0 && gap < needed)
                {
                    yield return new(Severity.Warn, Reason.Of(
                        "plan.travel-gap",
                        ("activity", placed[i].Id.Value),
                        ("other", placed[i - 1].Id.Value),
                        ("date", date.Key),
                        ("needed", needed),
                        ("gap", gap)));
                }
            }
        }
    }

    /// <summary>More minutes on a day than an agent has, ways between places included.</summary>
    public static IEnumerable<Finding> OverCapacity(FeasibleWeek week, FeasibilityPolicies policies)
    {
        Guard.Against.Null(policies);
        foreach (var date in Guard.Against.Null(week).Dates)
        {
            PlannedActivity[] placed = [.. date.Where(a => a.Place is not null)];
            var ways = placed.Skip(1).Select((a, i) => MinutesBetween(placed[i].Place!.Value, a.Place!.Value, policies)).Sum();
            var minutes = date.Sum(a => a.Minutes) + ways;
            if (minutes > policies.CapacityMinutesPerDay)
            {
                yield return new(Severity.Warn, Reason.Of(
                    "plan.day-over-capacity", ("date", date.Key), ("planned", minutes), ("capacity", policies.CapacityMinutesPerDay)));
            }
        }
    }

    /// <summary>Activities on a day that is not worked.</summary>
    public static IEnumerable<Finding> Holiday(FeasibleWeek week, FeasibilityPolicies policies) =>
        Guard.Against.Null(week).Dates
            .Where(date => !week.Calendar.IsWorkingDay(date.Key))
            .Select(date => new Finding(Severity.Info, Reason.Of("plan.holiday", ("date", date.Key), ("planned", date.Count()))));

    /// <summary>Activities on a day on which the agent is on leave.</summary>
    public static IEnumerable<Finding> OnLeave(FeasibleWeek week, FeasibilityPolicies policies) =>
        Guard.Against.Null(week).Dates
            .Where(date => week.Facts.Organisation.LeaveOf(week.Plan.Agent, date.Key) is not null)
            .Select(date => new Finding(Severity.Warn, Reason.Of("plan.on-leave", ("date", date.Key), ("planned", date.Count()))));

    /// <summary>More cost than a budget line holds (all of it is well), in another currency, or from a line that the week doesn't have.</summary>
    public static IEnumerable<Finding> OverBudget(FeasibleWeek week, FeasibilityPolicies policies)
    {
        Guard.Against.Null(week);
        foreach (var costs in week.Plan.Activities.Where(a => a.Cost is not null).GroupBy(a => a.BudgetLine))
        {
            var line = week.Plan.Budget.FirstOrDefault(b => b.Code == costs.Key);
            foreach (var cost in costs.GroupBy(a => a.Cost!.Value.Currency, a => a.Cost!.Value.Amount))
            {
                var planned = Money.Of(cost.Sum(), cost.Key);
                if (line is null || line.Amount.Currency != cost.Key)
                {
                    yield return new(Severity.Warn, Reason.Of("plan.no-budget", ("line", costs.Key ?? "-"), ("planned", planned)));
                }
                else if (planned > line.Amount)
                {
                    yield return new(Severity.Warn, Reason.Of("plan.over-budget", ("line", line.Code), ("planned", planned), ("budget", line.Amount)));
                }
            }
        }
    }

    /// <summary>
    /// More cost than a campaign holds (all of it is well), over all settled weeks of everybody that draw on it and this one, on the campaign's days. Costs in another currency are not added;
    /// a week that plans nothing for the campaign is not looked at.
    /// </summary>
    public static IEnumerable<Finding> OverCampaignBudget(FeasibleWeek week, FeasibilityPolicies policies)
    {
        Guard.Against.Null(week);
        foreach (var line in week.Plan.Budget)
        {
            if (line.Campaign is not { } campaign || CostsOf(week.Plan, line.Code, campaign) is not (> 0m and var own))
            {
                continue;
            }

            var others = week.SettledWeeks.Sum(w => CostsOf(w, line.Code, campaign));
            if (own + others > campaign.Amount.Amount)
            {
                yield return new(Severity.Warn, Reason.Of(
                    "plan.over-campaign-budget",
                    ("line", line.Code),
                    ("planned", Money.Of(own, campaign.Amount.Currency)),
                    ("others", Money.Of(others, campaign.Amount.Currency)),
                    ("budget", campaign.Amount)));
            }
        }
    }

    private static decimal CostsOf(WeekPlan plan, string line, CampaignBudget campaign) => plan.Activities
        .Where(a => a.BudgetLine == line && a.Cost?.Currency == campaign.Amount.Currency && campaign.Days.Contains(plan.DateOf(a)))
        .Sum(a => a.Cost!.Value.Amount);

    private static bool Overlap(PlannedActivity activity, Booking booking) => activity.StartsAt < booking.EndsAt && booking.StartsAt < activity.EndsAt;

    // A joint visit stands in the weeks of both: each names the other as companion, at the same time.
    private static bool IsSameVisit(WeekPlan plan, PlannedActivity activity, Booking booking) =>
        booking.Id == activity.Id || (booking.StartsAt == activity.StartsAt && activity.Companion == booking.Agent && booking.Companion == plan.Agent);

    private static int MinutesBetween(GeoPoint from, GeoPoint to, FeasibilityPolicies policies) =>
        from == to ? 0 : (int)Rounding.WholeUp.Apply(from.KilometresTo(to) * 60m / policies.KilometresPerHour) + policies.MinutesPerWay;
}
