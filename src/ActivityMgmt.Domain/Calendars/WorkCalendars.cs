namespace ActivityMgmt.Domain;

/// <summary>Ready-made work calendars, and calendars of one agent made from another. All are immutable and safe for concurrent use.</summary>
public static class WorkCalendars
{
    /// <summary>Monday to Friday, without holidays, for any year.</summary>
    public static IWorkCalendar MondayToFriday { get; } = new WeekdayCalendar(null, Weekdays.MondayToFriday, [], []);

    /// <summary>Mainland China 2025 and 2026: Monday to Friday, less the public holidays, plus the make-up working days (调休).</summary>
    /// <remarks>Source: the State Council's holiday notices for 2025 and 2026. Days outside these two years are refused, since no notice covers them here.</remarks>
    public static IWorkCalendar China { get; } = new WeekdayCalendar(
        new(new(2025, 1, 1), new(2026, 12, 31)),
        Weekdays.MondayToFriday,
        [
            .. Days(2025, 1, 1, 1), .. Days(2025, 1, 28, 8), .. Days(2025, 4, 4, 3), .. Days(2025, 5, 1, 5), .. Days(2025, 5, 31, 3), .. Days(2025, 10, 1, 8),
            .. Days(2026, 1, 1, 3), .. Days(2026, 2, 15, 9), .. Days(2026, 4, 4, 3), .. Days(2026, 5, 1, 5), .. Days(2026, 6, 19, 3), .. Days(2026, 9, 25, 3), .. Days(2026, 10, 1, 7),
        ],
        [
            new(2025, 1, 26), new(2025, 2, 8), new(2025, 4, 27), new(2025, 9, 28), new(2025, 10, 11),
            new(2026, 1, 4), new(2026, 2, 14), new(2026, 2, 28), new(2026, 5, 9), new(2026, 9, 20), new(2026, 10, 10),
        ]);

    /// <summary>The calendar of a document; what the document doesn't cover is refused, day by day.</summary>
    public static IWorkCalendar Of(WorkCalendarDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new WeekdayCalendar(
            document.Covers, Weekdays.All & ~document.Weekend, document.Holidays.SelectMany(h => h.Days), document.MakeUpDays);
    }

    /// <summary>The same calendar without the days of leave: the calendar of one agent.</summary>
    /// <param name="calendar">The calendar that everybody has.</param>
    /// <param name="leaves">First to last day of each leave, both included; in any order, and they may overlap.</param>
    public static IWorkCalendar WithLeave(this IWorkCalendar calendar, IEnumerable<DateInterval> leaves)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(leaves);
        return new LeaveCalendar(calendar, leaves);
    }

    /// <summary>The same calendar on some weekdays only: the calendar of an agent who doesn't work every day.</summary>
    /// <remarks>
    /// It only takes away: a make-up Saturday is worked by those whose pattern has Saturday in it. Who works on weekends that others have off needs a calendar with another weekend,
    /// see <see cref="WorkCalendarDocument.Weekend"/>.
    /// </remarks>
    /// <param name="calendar">The calendar that everybody has.</param>
    /// <param name="weekdays">The weekdays on which the agent works.</param>
    public static IWorkCalendar WithPattern(this IWorkCalendar calendar, Weekdays weekdays)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return calendar is WeekdayCalendar known ? known.On(weekdays) : new PatternCalendar(calendar, weekdays);
    }

    private static DateInterval Days(int year, int month, int day, int length)
    {
        var first = new LocalDate(year, month, day);
        return new(first, first.PlusDays(length - 1));
    }

    private sealed class PatternCalendar(IWorkCalendar calendar, Weekdays weekdays) : IWorkCalendar
    {
        public bool IsWorkingDay(LocalDate date) => calendar.IsWorkingDay(date) && weekdays.Contains(date.DayOfWeek);
    }
}
