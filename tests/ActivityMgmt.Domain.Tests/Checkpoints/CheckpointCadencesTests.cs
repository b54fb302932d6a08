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
        Assert.Equal(expected, CheckpointCadences.Mondays(Day(today), Q3.Interval));

    [Theory]
    [InlineData("2026-06-01", "2026-06-01", false)] // a Monday that is the first day has nothing behind it
    [InlineData("2026-06-08", "2026-06-01", true)]
    public void The_first_day_is_not_due(string today, string start, bool expected) =>
        Assert.Equal(expected, CheckpointCadences.Mondays(Day(today), Days(start, "2026-06-30")));

    [Fact]
    public void The_monday_after_a_period_that_ends_on_sunday_is_due() =>
        Assert.True(CheckpointCadences.Mondays(Day("2026-06-01"), Days("2026-05-01", "2026-05-31")));
}
