using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class CheckpointCadencesTests
{
    [Theory]
    [InlineData("2026-06-29", false)] // a Monday before the quarter
    [InlineData("2026-07-05", false)] // a Sunday
    [InlineData("2026-07-06", true)]
    [InlineData("2026-07-07", false)]
    [InlineData("2026-09-28", true)]
    [InlineData("2026-10-05", false)] // a Monday, but not the day after the end
    public void Mondays_of_the_quarter_are_due(string today, bool expected) =>
        Assert.Equal(expected, CheckpointCadences.Mondays(Day(today), Q3.Interval, FiscalCalendars.Gregorian));

    [Theory]
    [InlineData("2026-06-01", "2026-06-01", false)] // a Monday that is the first day has nothing behind it
    [InlineData("2026-06-08", "2026-06-01", true)]
    public void The_first_day_is_not_due(string today, string start, bool expected) =>
        Assert.Equal(expected, CheckpointCadences.Mondays(Day(today), Days(start, "2026-06-30"), FiscalCalendars.Gregorian));

    [Theory]
    [InlineData("2026-01-25", false)]
    [InlineData("2026-01-26", true)] // the short January is over
    [InlineData("2026-02-01", false)] // the first of a civil month
    [InlineData("2026-02-26", true)]
    [InlineData("2026-03-26", true)] // the day after the quarter
    [InlineData("2026-04-26", false)]
    public void Month_ends_are_those_of_the_work_months(string today, bool expected) =>
        Assert.Equal(expected, CheckpointCadences.MonthEnds(Day(today), Days("2026-01-01", "2026-03-25"), FiscalCalendars.WorkMonths()));

    [Theory]
    [InlineData("2026-07-27", true)] // four weeks from Monday 29 June
    [InlineData("2026-07-29", false)]
    [InlineData("2026-08-24", true)]
    public void Month_ends_are_those_of_four_four_and_five_weeks(string today, bool expected) =>
        Assert.Equal(expected, CheckpointCadences.MonthEnds(Day(today), Days("2026-06-29", "2026-09-27"), FiscalCalendars.FourFourFive(new())));

    [Fact]
    public void The_monday_after_a_period_that_ends_on_sunday_is_due() =>
        Assert.True(CheckpointCadences.Mondays(Day("2026-06-01"), Days("2026-05-01", "2026-05-31"), FiscalCalendars.Gregorian));
}
