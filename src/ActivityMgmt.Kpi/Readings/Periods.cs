namespace ActivityMgmt.Kpi;

// Which earlier period a period is compared with.
internal static class Periods
{
    public static bool IsWholeMonths(DateInterval period) => period.Start.Day == 1 && period.End.PlusDays(1).Day == 1;

    // Whole months go back by as many months, anything else by as many days.
    public static DateInterval Before(DateInterval period)
    {
        if (!IsWholeMonths(period))
        {
            return new(period.Start.PlusDays(-period.Length), period.Start.PlusDays(-1));
        }

        var months = Period.Between(period.Start, period.End.PlusDays(1), PeriodUnits.Months).Months;
        return new(period.Start.PlusMonths(-months), period.Start.PlusDays(-1));
    }

    // Whole months stay whole: February 2028 is compared with all of February 2027.
    public static DateInterval YearBefore(DateInterval period) => IsWholeMonths(period)
        ? new(period.Start.PlusYears(-1), period.End.PlusDays(1).PlusYears(-1).PlusDays(-1))
        : new(period.Start.PlusYears(-1), period.End.PlusYears(-1));

    // The last days of months that lie in a period.
    public static IEnumerable<LocalDate> MonthEnds(DateInterval period)
    {
        for (var end = DateAdjusters.EndOfMonth(period.Start); end <= period.End; end = DateAdjusters.EndOfMonth(end.PlusDays(1)))
        {
            yield return end;
        }
    }
}
