namespace ActivityMgmt.Domain;

/// <summary>Ready-made work calendars.</summary>
public static class WorkCalendars
{
    /// <summary>Monday to Friday, without holidays, for any year.</summary>
    public static IWorkCalendar MondayToFriday { get; } = new WeekdayCalendar(null, [], []);

    /// <summary>Mainland China 2025 and 2026: Monday to Friday, less the public holidays, plus the make-up working days (调休).</summary>
    /// <remarks>Source: the State Council's holiday notices for 2025 and 2026. Days outside these two years are refused, since no notice covers them here.</remarks>
    public static IWorkCalendar China { get; } = new WeekdayCalendar(
        new(new(2025, 1, 1), new(2026, 12, 31)),
        [
            Days(2025, 1, 1, 1), Days(2025, 1, 28, 8), Days(2025, 4, 4, 3), Days(2025, 5, 1, 5), Days(2025, 5, 31, 3), Days(2025, 10, 1, 8),
            Days(2026, 1, 1, 3), Days(2026, 2, 15, 9), Days(2026, 4, 4, 3), Days(2026, 5, 1, 5), Days(2026, 6, 19, 3), Days(2026, 9, 25, 3), Days(2026, 10, 1, 7),
        ],
        [
            new(2025, 1, 26), new(2025, 2, 8), new(2025, 4, 27), new(2025, 9, 28), new(2025, 10, 11),
            new(2026, 1, 4), new(2026, 2, 14), new(2026, 2, 28), new(2026, 5, 9), new(2026, 9, 20), new(2026, 10, 10),
        ]);

    private static DateInterval Days(int year, int month, int day, int length)
    {
        var first = new LocalDate(year, month, day);
        return new(first, first.PlusDays(length - 1));
    }

    private sealed class WeekdayCalendar(DateInterval? covers, DateInterval[] holidays, LocalDate[] makeUpDays) : IWorkCalendar, ICountsWorkingDays
    {
        private readonly HashSet<LocalDate> _holidays = [.. holidays.SelectMany(h => h)];
        private readonly HashSet<LocalDate> _makeUpDays = [.. makeUpDays];

        // Days that are other than their weekday says.
        private readonly LocalDate[] _free = [.. holidays.SelectMany(h => h).Distinct().Where(IsWeekday).Except(makeUpDays).Order()];
        private readonly LocalDate[] _extra = [.. makeUpDays.Distinct().Where(d => !IsWeekday(d)).Order()];

        public int? WorkingDaysIn(DateInterval period) => covers is not null && (period.Start < covers.Start || period.End > covers.End)
            ? null
            : Weekdays(period) - In(_free, period) + In(_extra, period);

        public bool IsWorkingDay(LocalDate date)
        {
            if (covers is not null && !covers.Contains(date))
            {
                throw new ArgumentOutOfRangeException(nameof(date), date, $"This work calendar covers {covers}; bring a calendar that covers the day.");
            }

            return _makeUpDays.Contains(date)
                || (IsWeekday(date) && !_holidays.Contains(date));
        }

        private static bool IsWeekday(LocalDate date) => date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);

        // Five for each whole week, and those of the days that are left.
        private static int Weekdays(DateInterval period)
        {
            var (weeks, rest) = (period.Length / 7, period.Length % 7);
            return (weeks * 5) + Enumerable.Range(0, rest).Count(day => IsWeekday(period.Start.PlusDays(day)));
        }

        private static int In(LocalDate[] days, DateInterval period) => Before(days, period.End.PlusDays(1)) - Before(days, period.Start);

        private static int Before(LocalDate[] days, LocalDate date) => Array.BinarySearch(days, date) is var found && found >= 0 ? found : ~found;
    }
}
