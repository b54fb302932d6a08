namespace ActivityMgmt.Domain;

/// <summary>Months are listed in the order of their numbers and of their days.</summary>
/// <param name="Before">A month.</param>
/// <param name="After">The month listed after it.</param>
public sealed record MonthsFollowEachOtherInOrderRule(BusinessPeriod Before, BusinessPeriod After) : CalendarRule
{
    /// <inheritdoc/>
    public override Reason Reason => Reason.Of(
        "calendar.out-of-order",
        ("before", Before.Id),
        ("beforeDays", ReasonValue.Period(Before.Interval)),
        ("after", After.Id),
        ("afterDays", ReasonValue.Period(After.Interval)));

    /// <inheritdoc/>
    internal override bool IsBroken =>
        (After.Year * 12) + After.Number != (Before.Year * 12) + Before.Number + 1 || After.Interval.Start <= Before.Interval.Start;
}
