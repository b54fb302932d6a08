using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

/// <summary>Which days a period is compared with.</summary>
public class ComparedDaysTests
{
    [Theory]
    [InlineData("civil", "2026-07-01", "2026-09-30", "2026-04-01", "2026-06-30")]
    [InlineData("civil", "2026-03-01", "2026-03-31", "2026-02-01", "2026-02-28")]
    [InlineData("civil", "2026-07-06", "2026-07-12", "2026-06-29", "2026-07-05")] // no month: seven days
    [InlineData("civil", "2026-06-26", "2026-07-25", "2026-05-27", "2026-06-25")] // a month of another calendar: thirty days
    [InlineData("work months", "2026-06-26", "2026-07-25", "2026-05-26", "2026-06-25")] // 31 days before 30
    [InlineData("work months", "2026-01-01", "2026-01-25", "2025-11-26", "2025-12-31")] // the long December
    [InlineData("work months", "2026-01-01", "2026-03-25", "2025-09-26", "2025-12-31")]
    [InlineData("work months", "2026-07-01", "2026-07-31", "2026-05-31", "2026-06-30")] // no work month: 31 days
    [InlineData("4-4-5", "2026-06-29", "2026-07-26", "2026-05-25", "2026-06-28")] // five weeks before four
    [InlineData("4-4-5", "2025-12-29", "2026-03-29", "2025-09-29", "2025-12-28")]
    public void The_days_before_whole_months_are_as_many_whole_months(string calendar, string from, string to, string first, string last) =>
        Assert.Equal(Days(first, last), Named(calendar).DaysBefore(Days(from, to)));

    [Theory]
    [InlineData("civil", "2028-02-01", "2028-02-29", "2027-02-01", "2027-02-28")]
    [InlineData("civil", "2028-02-29", "2028-03-10", "2027-02-28", "2027-03-10")]
    [InlineData("work months", "2026-06-26", "2026-09-25", "2025-06-26", "2025-09-25")]
    [InlineData("work months", "2026-06-26", "2026-07-10", "2025-06-26", "2025-07-10")]
    [InlineData("4-4-5", "2026-06-29", "2026-07-26", "2025-06-30", "2025-07-27")]
    [InlineData("4-4-5", "2026-06-29", "2026-07-10", "2025-06-30", "2025-07-11")] // to Friday of the second week, both years
    public void The_same_days_of_the_year_before_are_the_same_days_of_the_same_months(string calendar, string from, string to, string first, string last) =>
        Assert.Equal(Days(first, last), Named(calendar).DaysOfTheYearBefore(Days(from, to)));

    [Fact]
    public void What_a_listed_calendar_does_not_cover_is_nothing()
    {
        var listed = FiscalCalendars.Custom([.. Enumerable.Range(1, 12).Select(m => FiscalCalendars.WorkMonths().PeriodOf(PeriodKind.Month, 2026, m))]);

        Assert.Equal(Days("2026-01-01", "2026-01-25"), listed.DaysBefore(Days("2026-01-26", "2026-02-25")));
        Assert.Null(listed.DaysBefore(Days("2026-01-01", "2026-01-25")));
        Assert.Null(listed.DaysOfTheYearBefore(Days("2026-01-26", "2026-02-25")));
    }

    private static IFiscalCalendar Named(string calendar) => calendar switch
    {
        "work months" => FiscalCalendars.WorkMonths(),
        "4-4-5" => FiscalCalendars.FourFourFive(new()),
        _ => FiscalCalendars.Gregorian,
    };
}
