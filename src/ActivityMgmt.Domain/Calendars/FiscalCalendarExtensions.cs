namespace ActivityMgmt.Domain;

/// <summary>Questions to a fiscal calendar that follow from what it says about periods.</summary>
public static class FiscalCalendarExtensions
{
    /// <summary>The quarter that contains a date.</summary>
    /// <exception cref="BrokenRuleException">The calendar doesn't cover the date.</exception>
    public static Quarter QuarterOf(this IFiscalCalendar calendar, LocalDate date)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var period = calendar.PeriodContaining(PeriodKind.Quarter, date);
        return new(period.Year, period.Number);
    }

    /// <summary>The days of a quarter, first to last, both included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The quarter is <c>default</c>.</exception>
    /// <exception cref="BrokenRuleException">The calendar doesn't cover it.</exception>
    public static DateInterval IntervalOf(this IFiscalCalendar calendar, Quarter quarter)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return calendar.PeriodOf(PeriodKind.Quarter, quarter.Year, quarter.Number).Interval;
    }

    /// <summary>The three months of a quarter in order, first to last day each, both included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The quarter is <c>default</c>.</exception>
    /// <exception cref="BrokenRuleException">The calendar doesn't cover it.</exception>
    public static IReadOnlyList<DateInterval> MonthsOf(this IFiscalCalendar calendar, Quarter quarter)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var last = quarter.Number * 3;
        return [.. new[] { last - 2, last - 1, last }.Select(month => calendar.PeriodOf(PeriodKind.Month, quarter.Year, month).Interval)];
    }

    /// <summary>The period of the same kind that begins on the day after.</summary>
    /// <exception cref="ArgumentException">The period isn't one of this calendar's.</exception>
    /// <exception cref="BrokenRuleException">The calendar ends with the period.</exception>
    public static BusinessPeriod Next(this IFiscalCalendar calendar, BusinessPeriod period) =>
        calendar.PeriodContaining(Own(calendar, period).Kind, period.Interval.End.PlusDays(1));

    /// <summary>The period of the same kind that ends on the day before.</summary>
    /// <exception cref="ArgumentException">The period isn't one of this calendar's.</exception>
    /// <exception cref="BrokenRuleException">The calendar begins with the period.</exception>
    public static BusinessPeriod Previous(this IFiscalCalendar calendar, BusinessPeriod period) =>
        calendar.PeriodContaining(Own(calendar, period).Kind, period.Interval.Start.PlusDays(-1));

    /// <summary>The periods of a kind that lie wholly within some days, in order: the months of a quarter, the quarters of a year, the whole weeks of a month.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="kind">The kind; may be as large as the days themselves.</param>
    /// <param name="days">First to last day, both included.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind is custom.</exception>
    /// <exception cref="BrokenRuleException">The calendar doesn't cover the days.</exception>
    public static IReadOnlyList<BusinessPeriod> PeriodsIn(this IFiscalCalendar calendar, PeriodKind kind, DateInterval days) =>
        [.. PeriodsTouching(calendar, kind, days).Where(p => days.Contains(p.Interval))];

    /// <summary>The periods of a kind that share at least one day with some days, in order; the first and the last may reach beyond them.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="days">First to last day, both included.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind is custom.</exception>
    /// <exception cref="BrokenRuleException">The calendar doesn't cover the days.</exception>
    public static IReadOnlyList<BusinessPeriod> PeriodsTouching(this IFiscalCalendar calendar, PeriodKind kind, DateInterval days)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(days);
        var periods = new List<BusinessPeriod> { calendar.PeriodContaining(kind, days.Start) };
        while (periods[^1].Interval.End < days.End)
        {
            periods.Add(calendar.PeriodContaining(kind, periods[^1].Interval.End.PlusDays(1)));
        }

        return periods;
    }

    /// <summary>The days before some days that they are compared with: before whole months as many whole months, before any other days as many days.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="days">First to last day, both included.</param>
    /// <returns>First to last day, both included; the last one is the day before. <see langword="null"/> when the calendar doesn't cover them.</returns>
    public static DateInterval? DaysBefore(this IFiscalCalendar calendar, DateInterval days)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(days);
        return Covered(() =>
        {
            if (WholeMonths(calendar, days) is not { } months)
            {
                return new(days.Start.PlusDays(-days.Length), days.Start.PlusDays(-1));
            }

            var first = months[0];
            for (var i = 0; i < months.Count; i++)
            {
                first = calendar.PeriodContaining(PeriodKind.Month, first.Interval.Start.PlusDays(-1));
            }

            return new(first.Interval.Start, days.Start.PlusDays(-1));
        });
    }

    /// <summary>
    /// The same days a fiscal year earlier: of whole months the whole months of the same numbers, of any other days the same days of the same months, counted from each
    /// month's first day; where the month was shorter then, its last day.
    /// </summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="days">First to last day, both included.</param>
    /// <returns>First to last day, both included; <see langword="null"/> when the calendar doesn't cover them.</returns>
    public static DateInterval? DaysOfTheYearBefore(this IFiscalCalendar calendar, DateInterval days)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(days);
        DateInterval YearBefore(BusinessPeriod month) => calendar.PeriodOf(PeriodKind.Month, month.Year - 1, month.Number).Interval;
        LocalDate DayOfTheYearBefore(LocalDate day)
        {
            var month = calendar.PeriodContaining(PeriodKind.Month, day);
            var then = YearBefore(month);
            return LocalDate.Min(then.Start.PlusDays(Period.DaysBetween(month.Interval.Start, day)), then.End);
        }

        return Covered(() => WholeMonths(calendar, days) is { } months
            ? new(YearBefore(months[0]).Start, YearBefore(months[^1]).End)
            : new(DayOfTheYearBefore(days.Start), DayOfTheYearBefore(days.End)));
    }

    /// <summary>The days of a period so far: from the first day of the period of a kind that contains a day to that day.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="day">The last day.</param>
    /// <returns>First to last day, both included; <see langword="null"/> when the calendar doesn't cover them.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The kind is custom.</exception>
    public static DateInterval? DaysToDate(this IFiscalCalendar calendar, PeriodKind kind, LocalDate day)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentOutOfRangeException.ThrowIfEqual((int)kind, (int)PeriodKind.Custom, nameof(kind));
        return Covered(() => new(calendar.PeriodContaining(kind, day).Interval.Start, day));
    }

    /// <summary>The days of the last months up to a day: the month that contains it, as far as it goes, is one of them.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="months">How many months, from 1.</param>
    /// <param name="day">The last day.</param>
    /// <returns>First to last day, both included; <see langword="null"/> when the calendar doesn't cover them.</returns>
    public static DateInterval? LastMonths(this IFiscalCalendar calendar, int months, LocalDate day)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        return Covered(() =>
        {
            var first = calendar.PeriodContaining(PeriodKind.Month, day);
            for (var i = 1; i < months; i++)
            {
                first = calendar.PeriodContaining(PeriodKind.Month, first.Interval.Start.PlusDays(-1));
            }

            return new(first.Interval.Start, day);
        });
    }

    // So many whole months and the days since the last of them, up to the day before some days; fewer where the calendar covers fewer, and at least one day.
    internal static DateInterval WholeMonthsBefore(this IFiscalCalendar calendar, DateInterval days, int months)
    {
        var first = calendar.PeriodContaining(PeriodKind.Month, days.Start).Interval;
        for (var i = 0; i < months && calendar.DaysBefore(first) is { } before; i++)
        {
            first = before;
        }

        return new(LocalDate.Min(first.Start, days.Start.PlusDays(-1)), days.Start.PlusDays(-1));
    }

    // The months that the days are, when they begin and end with one.
    private static IReadOnlyList<BusinessPeriod>? WholeMonths(IFiscalCalendar calendar, DateInterval days) =>
        calendar.PeriodContaining(PeriodKind.Month, days.Start).Interval.Start == days.Start
        && calendar.PeriodsTouching(PeriodKind.Month, days) is { } months
        && months[^1].Interval.End == days.End
            ? months
            : null;

    private static DateInterval? Covered(Func<DateInterval> days)
    {
        try
        {
            return days();
        }
        catch (BrokenRuleException refused) when (refused.Rule is TheFiscalCalendarCoversThePeriodRule)
        {
            return null;
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static BusinessPeriod Own(IFiscalCalendar calendar, BusinessPeriod period)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(period);
        return period.Kind != PeriodKind.Custom && calendar.PeriodContaining(period.Kind, period.Interval.Start) == period
            ? period
            : throw new ArgumentException($"{period} ({period.Interval}) is no period of this calendar, so it has no neighbours here.", nameof(period));
    }
}
