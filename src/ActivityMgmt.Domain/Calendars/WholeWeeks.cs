namespace ActivityMgmt.Domain;

/// <summary>Years of 52 or 53 whole weeks; see <see cref="FiscalCalendars.FourFourFive"/>.</summary>
internal sealed class WholeWeeks(FourFourFiveOptions options) : MonthCalendar
{
    private const int WeeksInAQuarter = 13;

    // Weeks of a quarter before each of its months, and in all.
    private readonly int[] _before = options.Months switch
    {
        MonthsInWeeks.FourFourFive => [0, 4, 8, WeeksInAQuarter],
        MonthsInWeeks.FourFiveFour => [0, 4, 9, WeeksInAQuarter],
        MonthsInWeeks.FiveFourFour => [0, 5, 9, WeeksInAQuarter],
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Months, "There is no such pattern."),
    };

    // The civil year of the closing month less the fiscal year's name.
    private readonly int _ahead = options.Named == FiscalYearName.YearItBegins && options.ClosingMonth < 12 ? 1 : 0;

    protected override DateInterval Month(int year, int number)
    {
        var first = FirstDay(year);
        var (quarter, month) = ((number - 1) / 3, (number - 1) % 3);
        var weeks = quarter * WeeksInAQuarter;
        return new(first.PlusWeeks(weeks + _before[month]), number == 12 ? LastDay(year) : first.PlusWeeks(weeks + _before[month + 1]).PlusDays(-1));
    }

    protected override (int Year, int Number) MonthOf(LocalDate date)
    {
        var year = YearOf(date);
        var week = Math.Min(WeekOf(year, date), (4 * WeeksInAQuarter) - 1); // the 53rd belongs to the last month
        return (year, (week / WeeksInAQuarter * 3) + Array.FindLastIndex(_before, before => before <= week % WeeksInAQuarter) + 1);
    }

    protected override BusinessPeriod WeekContaining(LocalDate date)
    {
        var year = YearOf(date);
        return Week(year, WeekOf(year, date) + 1);
    }

    protected override BusinessPeriod Week(int year, int number)
    {
        var first = FirstDay(year).PlusWeeks(number - 1);
        return first < LastDay(year)
            ? BusinessPeriod.Of(PeriodKind.Week, year, number, new(first, first.PlusDays(6)))
            : throw new ArgumentOutOfRangeException(nameof(number), number, $"The fiscal year {year} has {number - 1} weeks.");
    }

    private int WeekOf(int year, LocalDate date) => Period.DaysBetween(FirstDay(year), date) / 7;

    private int YearOf(LocalDate date)
    {
        // A year closes at most six days before, or three after, the last day of its closing month.
        var year = date.Year - _ahead;
        while (date > LastDay(year))
        {
            year++;
        }

        while (date <= LastDay(year - 1))
        {
            year--;
        }

        return year;
    }

    private LocalDate FirstDay(int year) => LastDay(year - 1).PlusDays(1);

    private LocalDate LastDay(int year)
    {
        var monthEnd = DateAdjusters.EndOfMonth(new(year + _ahead, options.ClosingMonth, 1));
        var after = ((int)options.ClosingDay - (int)monthEnd.DayOfWeek + 7) % 7;
        return monthEnd.PlusDays(after == 0 || (options.Closing == YearClosing.NearestToTheMonthsEnd && after <= 3) ? after : after - 7);
    }
}
