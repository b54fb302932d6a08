namespace ActivityMgmt.Domain;

/// <summary>A calendar that follows from where its months lie: quarters, half-years and years are whole months.</summary>
internal abstract class MonthCalendar : IFiscalCalendar
{
    /// <summary>The days of a month, numbered 1 to 12 in its fiscal year.</summary>
    protected abstract DateInterval Month(int year, int number);

    /// <summary>The month that contains a date.</summary>
    protected abstract (int Year, int Number) MonthOf(LocalDate date);

    protected virtual BusinessPeriod WeekContaining(LocalDate date) => Weeks.FromMonday.Containing(date);

    protected virtual BusinessPeriod Week(int year, int number) => Weeks.FromMonday.Of(year, number);

    public BusinessPeriod PeriodContaining(PeriodKind kind, LocalDate date)
    {
        if (kind == PeriodKind.Week)
        {
            return WeekContaining(date);
        }

        var length = MonthsIn(kind);
        var (year, month) = MonthOf(date);
        return PeriodOf(kind, year, ((month - 1) / length) + 1);
    }

    public BusinessPeriod PeriodOf(PeriodKind kind, int year, int number)
    {
        BusinessPeriod.Check(kind, year, number);
        if (kind == PeriodKind.Week)
        {
            return Week(year, number);
        }

        var length = MonthsIn(kind);
        return BusinessPeriod.Of(kind, year, number, new(Month(year, ((number - 1) * length) + 1).Start, Month(year, number * length).End));
    }

    private static int MonthsIn(PeriodKind kind) => 12 / BusinessPeriod.MostInAYear(kind);
}
