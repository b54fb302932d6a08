namespace ActivityMgmt.Domain;

/// <summary>An activity that comes again and again, as a rule that expands to dates.</summary>
public abstract record Recurrence
{
    private Recurrence()
    {
    }

    /// <summary>The first day on which it can fall, included.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The last day on which it can fall, included; <see langword="null"/>: without end.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>How often at most, counted from the first date; <see langword="null"/>: no limit.</summary>
    public int? Times { get; init; }

    /// <summary>Its dates in a period, both ends included, in order.</summary>
    /// <param name="period">The period.</param>
    /// <param name="calendar">Which days are worked; only <see cref="EveryWorkingDay"/> asks it.</param>
    public IReadOnlyList<LocalDate> In(DateInterval period, IWorkCalendar calendar)
    {
        Guard.Against.Null(period);
        Guard.Against.Null(calendar);
        var dates = new List<LocalDate>();
        var last = LocalDate.Min(Until ?? period.End, period.End);
        var count = 0;
        for (var date = Times is null ? LocalDate.Max(From, period.Start) : From; date <= last && !(count >= Times); date = date.PlusDays(1))
        {
            if (FallsOn(date, calendar))
            {
                count++;
                if (date >= period.Start)
                {
                    dates.Add(date);
                }
            }
        }

        return dates;
    }

    private protected abstract bool FallsOn(LocalDate date, IWorkCalendar calendar);

    /// <summary>On every working day of the calendar; make-up days count, holidays don't.</summary>
    public sealed record EveryWorkingDay : Recurrence
    {
        private protected override bool FallsOn(LocalDate date, IWorkCalendar calendar) => calendar.IsWorkingDay(date);
    }

    /// <summary>On given days of the week, every week or every second, third, … one.</summary>
    public sealed record Weekly : Recurrence
    {
        /// <summary>The days of the week.</summary>
        public required IReadOnlyList<IsoDayOfWeek> Days { get; init; }

        /// <summary>Every how many weeks, counted from the week of <see cref="Recurrence.From"/>; at least 1. <value>Default: 1.</value></summary>
        /// <exception cref="ArgumentException">It is zero or negative.</exception>
        public int Every { get; init => field = Guard.Against.NegativeOrZero(value, nameof(Every)); } = 1;

        private protected override bool FallsOn(LocalDate date, IWorkCalendar calendar) =>
            Days.Contains(date.DayOfWeek)
            && Period.Between(MondayOf(From), MondayOf(date), PeriodUnits.Weeks).Weeks % Every == 0;

        private static LocalDate MondayOf(LocalDate day) => day.DayOfWeek == IsoDayOfWeek.Monday ? day : day.Previous(IsoDayOfWeek.Monday);
    }

    /// <summary>On a day of the month. A month without that day has its last day instead: the 31st falls on 30 April and on 28 or 29 February.</summary>
    public sealed record MonthlyOnDay : Recurrence
    {
        /// <summary>The day, 1 to 31.</summary>
        /// <exception cref="ArgumentOutOfRangeException">It is outside that range.</exception>
        public required int Day { get; init => field = Guard.Against.OutOfRange(value, nameof(Day), 1, 31); }

        private protected override bool FallsOn(LocalDate date, IWorkCalendar calendar) =>
            date.Day == Math.Min(Day, CalendarSystem.Iso.GetDaysInMonth(date.Year, date.Month));
    }

    /// <summary>On the nth or the last weekday of the month. A month without a fifth one is left out.</summary>
    public sealed record MonthlyOnWeekday : Recurrence
    {
        /// <summary>The day of the week.</summary>
        public required IsoDayOfWeek DayOfWeek { get; init; }

        /// <summary>1 to 5 from the month's beginning; −1 for the last one.</summary>
        /// <exception cref="ArgumentOutOfRangeException">It is another number.</exception>
        public required int Nth
        {
            get;
            init => field = value is -1 or (>= 1 and <= 5) ? value : throw new ArgumentOutOfRangeException(nameof(Nth), value, "Expected 1 to 5, or -1 for the last.");
        }

        private protected override bool FallsOn(LocalDate date, IWorkCalendar calendar) =>
            date.DayOfWeek == DayOfWeek
            && (Nth == -1 ? date.PlusDays(7).Month != date.Month : (date.Day + 6) / 7 == Nth);
    }
}
