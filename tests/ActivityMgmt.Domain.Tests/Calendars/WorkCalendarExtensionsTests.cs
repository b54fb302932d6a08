using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class WorkCalendarExtensionsTests
{
    [Theory]
    [InlineData("2026-09-30", "2026-10-08")] // a Wednesday before the National Day week
    [InlineData("2026-10-07", "2026-10-08")]
    [InlineData("2026-10-08", "2026-10-09")]
    [InlineData("2026-10-09", "2026-10-10")] // a make-up Saturday
    [InlineData("2026-10-10", "2026-10-12")]
    public void The_next_working_day_is_never_the_day_itself(string date, string next) =>
        Assert.Equal(Day(next), WorkCalendars.China.NextWorkingDay(Day(date)));

    [Theory]
    [InlineData("2026-09-30", "2026-09-30")]
    [InlineData("2026-10-01", "2026-10-08")]
    [InlineData("2026-10-10", "2026-10-10")]
    [InlineData("2026-10-11", "2026-10-12")]
    public void A_deadline_on_a_day_of_rest_moves_on(string date, string moved) =>
        Assert.Equal(Day(moved), WorkCalendars.China.WorkingDayOnOrAfter(Day(date)));

    [Theory]
    [InlineData("2026-09-29", 1, "2026-09-30")]
    [InlineData("2026-09-29", 3, "2026-10-09")]
    [InlineData("2026-09-29", 5, "2026-10-12")]
    [InlineData("2026-10-12", -1, "2026-10-10")]
    [InlineData("2026-10-12", -4, "2026-09-30")]
    [InlineData("2026-10-01", 0, "2026-10-01")] // a holiday: nothing is added
    [InlineData("2026-10-01", 1, "2026-10-08")]
    [InlineData("2026-10-01", -1, "2026-09-30")]
    public void Working_days_are_counted_from_the_day_after(string date, int days, string expected) =>
        Assert.Equal(Day(expected), WorkCalendars.China.AddWorkingDays(Day(date), days));

    [Fact]
    public void Days_that_the_calendar_does_not_cover_are_refused() =>
        Assert.Throws<BrokenRuleException>(() => WorkCalendars.China.NextWorkingDay(Day("2026-12-31")));

    [Fact]
    public void Who_never_works_has_no_next_working_day() =>
        Assert.Throws<InvalidOperationException>(() => WorkCalendars.MondayToFriday.WithPattern(Weekdays.None).NextWorkingDay(Day("2026-01-01")));
}
