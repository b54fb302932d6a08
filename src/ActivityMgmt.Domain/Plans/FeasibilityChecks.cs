namespace ActivityMgmt.Domain;

/// <summary>Ready-made checks of the agent's time and money; those of what is allowed are in <c>FeasibilityChecks.Compliance.cs</c>.</summary>
public static partial class FeasibilityChecks
{
    /// <summary>All ready-made checks.</summary>
    public static IReadOnlyList<FeasibilityCheck> All { get; } =
        [Clash, TravelGap, OverCapacity, Holiday, OnLeave, QuietHours, DoNotContact, NoLicence, OverBudget];

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

    private static int MinutesBetween(GeoPoint from, GeoPoint to, FeasibilityPolicies policies) =>
        from == to ? 0 : (int)Rounding.WholeUp.Apply(from.KilometresTo(to) * 60m / policies.KilometresPerHour) + policies.MinutesPerWay;
}
