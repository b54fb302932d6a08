namespace ActivityMgmt.Domain;

/// <summary>Civil months in years that begin with any month.</summary>
internal sealed class ShiftedYears(int firstMonth, FiscalYearName named) : MonthCalendar
{
    // The fiscal year's name less the civil year in which it begins.
    private readonly int _ahead = named == FiscalYearName.YearItEnds && firstMonth > 1 ? 1 : 0;

    protected override DateInterval Month(int year, int number)
    {
        var first = new LocalDate(year - _ahead, firstMonth, 1).PlusMonths(number - 1);
        return new(first, first.PlusMonths(1).PlusDays(-1));
    }

    protected override (int Year, int Number) MonthOf(LocalDate date) =>
        ((date.Month >= firstMonth ? date.Year : date.Year - 1) + _ahead, ((date.Month - firstMonth + 12) % 12) + 1);
}
