namespace ActivityMgmt.Domain;

/// <summary>A planned week with what is known of its agent and customers, as a feasibility check sees it.</summary>
/// <param name="Plan">The week.</param>
/// <param name="Facts">What is known.</param>
/// <param name="Calendar">Which days are worked.</param>
public sealed record FeasibleWeek(WeekPlan Plan, FactBook Facts, IWorkCalendar Calendar)
{
    /// <summary>The planned activities of each local date, in order of time.</summary>
    public IEnumerable<IGrouping<LocalDate, PlannedActivity>> Dates => Plan.Activities.GroupBy(Plan.DateOf);

    /// <summary>The master data of an activity's customer; <see langword="null"/> when it has none or they are unknown.</summary>
    public CustomerFact? CustomerOf(PlannedActivity activity) => Guard.Against.Null(activity).Customer is { } id ? Facts.Customer(id) : null;
}

/// <summary>Checks whether a planned week can be done and may be done.</summary>
public static class FeasibilityReview
{
    /// <summary>Everything that the policies' checks notice, check by check, each in order of time. Empty when all is well.</summary>
    public static IReadOnlyList<Finding> Check(WeekPlan plan, FactBook facts, IWorkCalendar calendar, FeasibilityPolicies policies)
    {
        var week = new FeasibleWeek(Guard.Against.Null(plan), Guard.Against.Null(facts), Guard.Against.Null(calendar));
        return [.. Guard.Against.Null(policies).Checks.SelectMany(check => check(week, policies))];
    }
}
