using CsCheck;
using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class AgentWorkCalendarTests
{
    private static readonly Gen<DateInterval> Interval = Gen.Select(Gens.DateIn2026, Gens.DateIn2026, (a, b) => new DateInterval(LocalDate.Min(a, b), LocalDate.Max(a, b)));
    private static readonly Gen<Weekdays> Pattern = Gen.Int[0, 127].Select(days => (Weekdays)days);

    [Theory]
    [InlineData("2026-07-12", false)] // a Sunday before the leave
    [InlineData("2026-07-13", false)] // first day of leave
    [InlineData("2026-07-17", false)] // last day of leave
    [InlineData("2026-07-20", true)]
    [InlineData("2026-07-10", true)]
    public void Days_of_leave_are_not_worked(string date, bool works) =>
        Assert.Equal(works, WorkCalendars.China.WithLeave([Days("2026-07-13", "2026-07-17")]).IsWorkingDay(Day(date)));

    [Fact]
    public void Leave_on_days_of_rest_takes_nothing_away() =>
        Assert.Equal(23 - 5, WorkCalendars.China.WithLeave([Days("2026-07-11", "2026-07-19")]).WorkingDaysIn(Days("2026-07-01", "2026-07-31")));

    [Fact]
    public void Leaves_that_overlap_or_touch_count_once()
    {
        var calendar = WorkCalendars.China.WithLeave([Days("2026-07-15", "2026-07-17"), Days("2026-07-13", "2026-07-15"), Days("2026-07-18", "2026-07-20")]);

        Assert.Equal(23 - 6, calendar.WorkingDaysIn(Days("2026-07-01", "2026-07-31")));
    }

    [Fact]
    public void A_pattern_keeps_some_weekdays()
    {
        var calendar = WorkCalendars.China.WithPattern(Weekdays.Monday | Weekdays.Wednesday);

        Assert.Equal(9, calendar.WorkingDaysIn(Days("2026-07-01", "2026-07-31"))); // four Mondays, five Wednesdays
        Assert.False(calendar.IsWorkingDay(Day("2026-07-02")));
    }

    [Theory]
    [InlineData(Weekdays.MondayToFriday, false)]
    [InlineData(Weekdays.MondayToFriday | Weekdays.Saturday, true)]
    public void A_make_up_saturday_is_worked_by_those_who_work_on_saturdays(Weekdays pattern, bool works)
    {
        var calendar = WorkCalendars.China.WithPattern(pattern);

        Assert.Equal(works, calendar.IsWorkingDay(Day("2026-02-14")));
        Assert.False(calendar.IsWorkingDay(Day("2026-07-04"))); // any other Saturday
        Assert.False(calendar.IsWorkingDay(Day("2026-02-16"))); // a holiday on a Monday
    }

    [Fact]
    public void The_count_is_that_of_the_days_one_by_one() =>
        Gen.Select(Gen.OneOfConst(WorkCalendars.China, WorkCalendars.MondayToFriday), Interval, Interval.Array[0, 4], Pattern).Sample((calendar, period, leaves, pattern) =>
        {
            IWorkCalendar[] calendars = [calendar, calendar.WithPattern(pattern), calendar.WithLeave(leaves), calendar.WithPattern(pattern).WithLeave(leaves), calendar.WithLeave(leaves).WithPattern(pattern)];
            return calendars.All(c => c.WorkingDaysIn(period) == period.Count(c.IsWorkingDay));
        });

    [Fact]
    public void The_order_of_leave_and_pattern_does_not_matter() =>
        Gen.Select(Interval, Interval, Pattern).Sample((period, leave, pattern) =>
            WorkCalendars.China.WithPattern(pattern).WithLeave([leave]).WorkingDaysIn(period) == WorkCalendars.China.WithLeave([leave]).WithPattern(pattern).WorkingDaysIn(period));

    [Fact]
    public void Days_that_the_calendar_does_not_cover_are_refused()
    {
        var calendar = WorkCalendars.China.WithLeave([Days("2026-12-01", "2027-01-31")]);

        Assert.Throws<BrokenRuleException>(() => calendar.IsWorkingDay(Day("2027-01-04")));
        Assert.Throws<BrokenRuleException>(() => calendar.WorkingDaysIn(Days("2026-12-31", "2027-01-01")));
        Assert.Throws<BrokenRuleException>(() => WorkCalendars.China.WorkingDaysIn(Days("2024-12-31", "2025-01-01")));
    }

    [Fact]
    public void A_hosts_own_calendar_counts_without_writing_the_count() =>
        Assert.Equal(2, ((IWorkCalendar)new EvenDays()).WorkingDaysIn(Days("2026-07-01", "2026-07-05")));

    private sealed class EvenDays : IWorkCalendar
    {
        public bool IsWorkingDay(LocalDate date) => date.Day % 2 == 0;
    }
}
