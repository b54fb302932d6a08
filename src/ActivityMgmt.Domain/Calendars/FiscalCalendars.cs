namespace ActivityMgmt.Domain;

/// <summary>Ready-made fiscal calendars. All are immutable and safe for concurrent use.</summary>
/// <remarks>
/// Years 1 to 9999 unless the calendar says otherwise. Weeks are those of ISO 8601 (from Monday; week 1 is the one with the year's first Thursday) and belong to civil
/// years, whatever the fiscal year; <see cref="FourFourFive"/> has weeks of its own, and <see cref="WithWeeksFrom"/> begins weeks on another weekday.
/// </remarks>
public static class FiscalCalendars
{
    /// <summary>The civil calendar: months from the 1st to the last, quarters from January.</summary>
    public static IFiscalCalendar Gregorian { get; } = new ShiftedYears(1, FiscalYearName.YearItBegins);

    /// <summary>Civil months, in fiscal years that begin with another month than January. The first quarter begins with that month.</summary>
    /// <param name="month">The civil month that is month 1 of the fiscal year, 1 to 12.</param>
    /// <param name="named">What a year is called that lies in two civil years. <value>Default: the civil year in which it begins.</value></param>
    /// <exception cref="ArgumentOutOfRangeException">The month is not 1 to 12.</exception>
    public static IFiscalCalendar StartingIn(int month, FiscalYearName named = FiscalYearName.YearItBegins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(month, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(month, 12);
        return new ShiftedYears(month, named);
    }

    /// <summary>
    /// Work months (考核月) as Chinese insurers keep them: from the 26th to the 25th, so that pay can be worked out before the month is over. The year still begins on 1 January and
    /// ends on 31 December, so January is short (1–25 January) and December long (26 November–31 December).
    /// </summary>
    /// <param name="cutOffDay">The last day of months 1 to 11, 1 to 28. <value>Default: 25.</value></param>
    /// <exception cref="ArgumentOutOfRangeException">The day is not 1 to 28.</exception>
    public static IFiscalCalendar WorkMonths(int cutOffDay = 25)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cutOffDay, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cutOffDay, 28);
        return new CutOffMonths(cutOffDay);
    }

    /// <summary>
    /// Years of whole weeks: each quarter has thirteen, shared out as 4-4-5, 4-5-4 or 5-4-4. A year of 53 weeks has the extra one in its last month.
    /// Weeks are numbered from the first of the fiscal year.
    /// </summary>
    /// <param name="options">The pattern and where years close.</param>
    /// <exception cref="ArgumentOutOfRangeException">The closing month is not 1 to 12, or the closing day no weekday.</exception>
    public static IFiscalCalendar FourFourFive(FourFourFiveOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.ClosingMonth, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.ClosingMonth, 12, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan((int)options.ClosingDay, (int)IsoDayOfWeek.Monday, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)options.ClosingDay, (int)IsoDayOfWeek.Sunday, nameof(options));
        return new WholeWeeks(options);
    }

    /// <summary>A calendar from a list of months; it covers the years that the list holds.</summary>
    /// <param name="months">Periods of kind <see cref="PeriodKind.Month"/> in order, twelve for each year, each beginning on the day after the one before.</param>
    /// <exception cref="ArgumentException">The list is empty, or holds a period of another kind.</exception>
    /// <exception cref="BrokenRuleException">Months are out of order, leave days out, share days, or don't make whole years; the rule names the periods and the dates.</exception>
    public static IFiscalCalendar Custom(IReadOnlyList<BusinessPeriod> months)
    {
        ArgumentNullException.ThrowIfNull(months);
        return new ListedMonths(months);
    }

    /// <summary>The same calendar with weeks that begin on another weekday.</summary>
    /// <remarks>A week belongs to the civil year in which at least four of its days lie. The weeks of a <see cref="FourFourFive"/> calendar no longer fill its months then.</remarks>
    /// <param name="calendar">The calendar.</param>
    /// <param name="firstDay">The weekday on which weeks begin. <value>Default of the calendars: Monday.</value></param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="firstDay"/> is no weekday.</exception>
    public static IFiscalCalendar WithWeeksFrom(this IFiscalCalendar calendar, IsoDayOfWeek firstDay)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentOutOfRangeException.ThrowIfLessThan((int)firstDay, (int)IsoDayOfWeek.Monday, nameof(firstDay));
        ArgumentOutOfRangeException.ThrowIfGreaterThan((int)firstDay, (int)IsoDayOfWeek.Sunday, nameof(firstDay));
        return new OtherWeeks(calendar, new(firstDay));
    }

    private sealed class OtherWeeks(IFiscalCalendar calendar, Weeks weeks) : IFiscalCalendar
    {
        public BusinessPeriod PeriodContaining(PeriodKind kind, LocalDate date) =>
            kind == PeriodKind.Week ? weeks.Containing(date) : calendar.PeriodContaining(kind, date);

        public BusinessPeriod PeriodOf(PeriodKind kind, int year, int number) =>
            kind == PeriodKind.Week ? weeks.Of(year, number) : calendar.PeriodOf(kind, year, number);
    }
}
