namespace ActivityMgmt.Domain;

/// <summary>A period begins on the day after the one before it.</summary>
/// <param name="Before">A period.</param>
/// <param name="After">The period after it.</param>
public sealed record NoDayIsBetweenPeriodsRule(BusinessPeriod Before, BusinessPeriod After) : CalendarRule
{
    /// <inheritdoc/>
    public override Reason Reason => Reason.Of(
        "calendar.gap",
        ("before", Before.Id),
        ("after", After.Id),
        ("days", IsBroken ? ReasonValue.Period(new(Before.Interval.End.PlusDays(1), After.Interval.Start.PlusDays(-1))) : "-"));

    /// <inheritdoc/>
    internal override bool IsBroken => After.Interval.Start > Before.Interval.End.PlusDays(1);
}
