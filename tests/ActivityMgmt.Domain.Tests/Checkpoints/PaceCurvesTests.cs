using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class PaceCurvesTests
{
    private static readonly DateInterval July = Days("2026-07-01", "2026-07-31");

    [Theory]
    [InlineData("2026-06-30", 0, 1)]
    [InlineData("2026-07-01", 1, 31)]
    [InlineData("2026-07-10", 10, 31)]
    [InlineData("2026-07-30", 30, 31)]
    [InlineData("2026-07-31", 1, 1)]
    [InlineData("2026-12-31", 1, 1)]
    public void Even_counts_calendar_days_exactly(string date, int above, int below) =>
        Assert.Equal(Quantity.Ratio(above, below), PaceCurves.Even(Day(date), July));

    // July 2026 begins on a Wednesday and has 23 working days.
    [Theory]
    [InlineData("2026-06-30", 0, 1)]
    [InlineData("2026-07-01", 1, 23)]
    [InlineData("2026-07-03", 3, 23)]
    [InlineData("2026-07-05", 3, 23)] // nothing is expected of a weekend
    [InlineData("2026-07-06", 4, 23)]
    [InlineData("2026-07-31", 1, 1)]
    public void Working_days_count_exactly(string date, int above, int below) =>
        Assert.Equal(Quantity.Ratio(above, below), PaceCurves.WorkingDays(WorkCalendars.China)(Day(date), July));

    [Fact]
    public void The_whole_is_only_expected_at_the_end_even_when_the_last_working_day_is_over() =>
        Assert.Equal(Quantity.Ratio(1m, 1m), PaceCurves.WorkingDays(WorkCalendars.MondayToFriday)(Day("2026-08-29"), Days("2026-08-01", "2026-08-30")));

    [Fact]
    public void A_period_without_working_days_goes_by_calendar_days() =>
        Assert.Equal(Quantity.Ratio(10m, 31m), PaceCurves.WorkingDays(new NeverWorking())(Day("2026-07-10"), July));

    [Fact]
    public void A_holiday_is_no_working_day() =>
        Assert.Equal(Quantity.Ratio(0m, 1m), PaceCurves.WorkingDays(WorkCalendars.China)(Day("2026-10-07"), Days("2026-10-01", "2026-12-31")));
}
