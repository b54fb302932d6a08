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

    [Fact]
    public void The_monday_after_a_period_that_ends_on_sunday_is_due() =>
        Assert.True(CheckpointCadences.Mondays(Day("2026-06-01"), Days("2026-05-01", "2026-05-31"), FiscalCalendars.Gregorian));

    [Fact]
    public void Month_ends_are_those_of_the_fiscal_calendar()
    {
        Assert.Equal(["2026-08-01", "2026-09-01", "2026-10-01"], MonthEnds(FiscalCalendars.Gregorian, 2026, 3));
        // Work months from the 26th to the 25th, with a short January from the 1st.
        Assert.Equal(["2026-01-26", "2026-02-26", "2026-03-26"], MonthEnds(FiscalCalendars.WorkMonths(), 2026, 1));
    }

    private static IEnumerable<string> MonthEnds(IFiscalCalendar fiscal, int year, int quarter)
    {
        var period = fiscal.IntervalOf(new(year, quarter));
        return Enumerable.Range(0, period.Length + 7)
            .Select(i => period.Start.PlusDays(i))
            .Where(d => CheckpointCadences.MonthEnds(d, period, fiscal))
            .Select(d => d.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
    }
}
