namespace ActivityMgmt.Domain;

/// <summary>No day is in two periods of the same kind.</summary>
/// <param name="Before">A period.</param>
/// <param name="After">The period after it.</param>
public sealed record NoDayIsInTwoPeriodsRule(BusinessPeriod Before, BusinessPeriod After) : CalendarRule
{
    /// <inheritdoc/>
    public override Reason Reason => Reason.Of(
        "calendar.overlap",
        ("before", Before.Id),
        ("after", After.Id),
        ("days", Before.Interval.Intersection(After.Interval) is { } both ? ReasonValue.Period(both) : "-"));

    /// <inheritdoc/>
    internal override bool IsBroken => Before.Interval.Intersection(After.Interval) is not null;
}
