namespace ActivityMgmt.Domain;

/// <summary>A calendar's list of months begins with the first month of a year and ends with the last of one.</summary>
/// <param name="Year">The year.</param>
/// <param name="Months">The months that were listed for it.</param>
public sealed record AFiscalYearHasTwelveMonthsRule(int Year, IReadOnlyList<string> Months) : CalendarRule
{
    /// <inheritdoc/>
    public override Reason Reason => Reason.Of("calendar.not-whole-years", ("year", Year), ("months", Months.Count), ("first", Months[0]), ("last", Months[^1]));

    /// <inheritdoc/>
    internal override bool IsBroken => Months.Count != 12;
}
