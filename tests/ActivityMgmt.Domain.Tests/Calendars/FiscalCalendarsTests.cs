using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class FiscalCalendarsTests
{
    [Fact]
    public void Q1_a_wednesdays_week_is_seven_days_and_the_next_monday_is_not_in_it()
    {
        var week = FiscalCalendars.Gregorian.PeriodContaining(PeriodKind.Week, Day("2026-11-25"));

        Assert.Equal(("2026-W48", Days("2026-11-23", "2026-11-29"), 7), (week.Id, week.Interval, week.Interval.Length));
        Assert.Equal("2026-W49", FiscalCalendars.Gregorian.PeriodContaining(PeriodKind.Week, Day("2026-11-30")).Id);
        Assert.Equal(Days("2026-11-30", "2026-12-06"), FiscalCalendars.Gregorian.Next(week).Interval);
    }

    [Theory]
    [InlineData("2026-01-01", "2026-W01")] // a Thursday
    [InlineData("2027-01-01", "2026-W53")] // a Friday
    [InlineData("2027-01-03", "2026-W53")]
    [InlineData("2027-01-04", "2027-W01")]
    [InlineData("2024-12-30", "2025-W01")]
    public void Weeks_have_the_names_of_iso_8601(string date, string week) =>
        Assert.Equal(week, FiscalCalendars.Gregorian.PeriodContaining(PeriodKind.Week, Day(date)).Id);

    [Fact]
    public void Weeks_can_begin_on_sunday()
    {
        var calendar = FiscalCalendars.Gregorian.WithWeeksFrom(IsoDayOfWeek.Sunday);

        Assert.Equal(Days("2026-11-22", "2026-11-28"), calendar.PeriodContaining(PeriodKind.Week, Day("2026-11-25")).Interval);
        Assert.Equal(Days("2026-07-01", "2026-09-30"), calendar.IntervalOf(Q3));
        Assert.Throws<ArgumentOutOfRangeException>(() => calendar.WithWeeksFrom(IsoDayOfWeek.None));
    }

    [Fact]
    public void The_civil_calendar_has_civil_months_in_a_leap_year_too()
    {
        Assert.Equal([Days("2024-01-01", "2024-01-31"), Days("2024-02-01", "2024-02-29"), Days("2024-03-01", "2024-03-31")], FiscalCalendars.Gregorian.MonthsOf(new(2024, 1)));
        Assert.Equal(Days("2024-01-01", "2024-03-31"), FiscalCalendars.Gregorian.IntervalOf(new(2024, 1)));
    }

    [Theory]
    [InlineData("2026-01-01", "2026Q1")]
    [InlineData("2026-03-31", "2026Q1")]
    [InlineData("2026-04-01", "2026Q2")]
    [InlineData("2026-09-30", "2026Q3")]
    [InlineData("2026-10-01", "2026Q4")]
    [InlineData("2026-12-31", "2026Q4")]
    public void A_civil_quarter_contains_its_first_and_its_last_day(string date, string quarter) =>
        Assert.Equal(quarter, FiscalCalendars.Gregorian.QuarterOf(Day(date)).ToString());

    // S26: months run from the 26th to the 25th, January is short and December long.
    [Theory]
    [InlineData(1, "2026-01-01", "2026-01-25")]
    [InlineData(2, "2026-01-26", "2026-02-25")]
    [InlineData(3, "2026-02-26", "2026-03-25")]
    [InlineData(4, "2026-03-26", "2026-04-25")]
    [InlineData(11, "2026-10-26", "2026-11-25")]
    [InlineData(12, "2026-11-26", "2026-12-31")]
    public void Work_months_run_from_the_26th_to_the_25th_with_a_short_january_and_a_long_december(int month, string first, string last) =>
        Assert.Equal(Days(first, last), FiscalCalendars.WorkMonths().PeriodOf(PeriodKind.Month, 2026, month).Interval);

    [Theory]
    [InlineData("2025-12-31", "2025-M12")]
    [InlineData("2026-01-01", "2026-M01")]
    [InlineData("2026-01-25", "2026-M01")]
    [InlineData("2026-01-26", "2026-M02")]
    [InlineData("2026-11-25", "2026-M11")]
    [InlineData("2026-11-26", "2026-M12")]
    [InlineData("2026-12-26", "2026-M12")]
    public void A_work_month_contains_its_first_and_its_last_day(string date, string month) =>
        Assert.Equal(month, FiscalCalendars.WorkMonths().PeriodContaining(PeriodKind.Month, Day(date)).Id);

    [Fact]
    public void A_work_month_may_end_on_another_day_but_not_on_one_that_february_lacks()
    {
        var calendar = FiscalCalendars.WorkMonths(cutOffDay: 28);

        Assert.Equal(Days("2026-03-01", "2026-03-28"), calendar.PeriodOf(PeriodKind.Month, 2026, 3).Interval);
        Assert.Equal(Days("2024-02-29", "2024-03-28"), calendar.PeriodOf(PeriodKind.Month, 2024, 3).Interval);
        Assert.Throws<ArgumentOutOfRangeException>(() => FiscalCalendars.WorkMonths(29));
        Assert.Throws<ArgumentOutOfRangeException>(() => FiscalCalendars.WorkMonths(0));
    }

    [Theory]
    [InlineData(4, FiscalYearName.YearItBegins, "2026-03-31", "2025Q4")]
    [InlineData(4, FiscalYearName.YearItBegins, "2026-04-01", "2026Q1")]
    [InlineData(10, FiscalYearName.YearItEnds, "2026-09-30", "2026Q4")]
    [InlineData(10, FiscalYearName.YearItEnds, "2026-10-01", "2027Q1")]
    [InlineData(1, FiscalYearName.YearItEnds, "2026-01-01", "2026Q1")]
    public void A_year_that_begins_in_another_month_is_named_as_it_is_told(int month, FiscalYearName named, string date, string quarter) =>
        Assert.Equal(quarter, FiscalCalendars.StartingIn(month, named).QuarterOf(Day(date)).ToString());

    [Fact]
    public void A_year_begins_in_a_month_that_exists()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => FiscalCalendars.StartingIn(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => FiscalCalendars.StartingIn(13));
    }

    // 2026's last Sunday of December is the 27th; 2025's is the 28th, so 2026 runs from 29 December 2025 for 52 weeks.
    [Theory]
    [InlineData(MonthsInWeeks.FourFourFive, "2025-12-29", "2026-01-25", "2026-02-22", "2026-03-29")]
    [InlineData(MonthsInWeeks.FourFiveFour, "2025-12-29", "2026-01-25", "2026-03-01", "2026-03-29")]
    [InlineData(MonthsInWeeks.FiveFourFour, "2025-12-29", "2026-02-01", "2026-03-01", "2026-03-29")]
    public void Whole_weeks_are_shared_out_by_the_pattern(MonthsInWeeks pattern, string first, string firstEnd, string secondEnd, string thirdEnd)
    {
        var months = FiscalCalendars.FourFourFive(new() { Months = pattern }).MonthsOf(new(2026, 1));

        Assert.Equal(Day(first), months[0].Start);
        Assert.Equal([Day(firstEnd), Day(secondEnd), Day(thirdEnd)], months.Select(m => m.End));
    }

    // The US National Retail Federation's calendar: Saturday nearest to the end of January, 4-5-4, named after the year it begins. 2023 had 53 weeks, 29 Jan 2023–3 Feb 2024.
    [Fact]
    public void A_53rd_week_goes_to_the_last_month()
    {
        var retail = FiscalCalendars.FourFourFive(new()
        {
            Months = MonthsInWeeks.FourFiveFour,
            ClosingMonth = 1,
            ClosingDay = IsoDayOfWeek.Saturday,
            Closing = YearClosing.NearestToTheMonthsEnd,
            Named = FiscalYearName.YearItBegins,
        });

        Assert.Equal(Days("2023-01-29", "2024-02-03"), retail.PeriodOf(PeriodKind.Year, 2023, 1).Interval);
        Assert.Equal(Days("2023-12-31", "2024-02-03"), retail.PeriodOf(PeriodKind.Month, 2023, 12).Interval);
        Assert.Equal("2023-W53", retail.PeriodContaining(PeriodKind.Week, Day("2024-02-03")).Id);
        Assert.Equal("2024-M01", retail.PeriodContaining(PeriodKind.Month, Day("2024-02-04")).Id);
        Assert.Equal(Days("2024-02-04", "2025-02-01"), retail.PeriodOf(PeriodKind.Year, 2024, 1).Interval);
        Assert.Throws<ArgumentOutOfRangeException>(() => retail.PeriodOf(PeriodKind.Week, 2024, 53));
    }

    [Fact]
    public void Years_of_whole_weeks_need_a_month_and_a_weekday_that_exist()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => FiscalCalendars.FourFourFive(new() { ClosingMonth = 13 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => FiscalCalendars.FourFourFive(new() { ClosingDay = IsoDayOfWeek.None }));
        Assert.Throws<ArgumentOutOfRangeException>(() => FiscalCalendars.FourFourFive(new() { Months = (MonthsInWeeks)9 }));
    }

    [Fact]
    public void Whole_weeks_of_a_month_leave_out_what_reaches_beyond_it()
    {
        var november = Days("2026-11-01", "2026-11-30"); // a Sunday to a Monday

        Assert.Equal(["2026-W45", "2026-W46", "2026-W47", "2026-W48"], FiscalCalendars.Gregorian.PeriodsIn(PeriodKind.Week, november).Select(w => w.Id));
        Assert.Equal(
            ["2026-W44", "2026-W45", "2026-W46", "2026-W47", "2026-W48", "2026-W49"],
            FiscalCalendars.Gregorian.PeriodsTouching(PeriodKind.Week, november).Select(w => w.Id));
    }

    [Fact]
    public void A_period_of_another_calendar_has_no_neighbours_here()
    {
        Assert.Throws<ArgumentException>(() => FiscalCalendars.Gregorian.Next(FiscalCalendars.WorkMonths().PeriodOf(PeriodKind.Month, 2026, 3)));
        Assert.Throws<ArgumentException>(() => FiscalCalendars.Gregorian.Previous(BusinessPeriod.Custom("contest", Days("2026-01-01", "2026-01-31"))));
    }

    [Fact]
    public void No_calendar_gives_custom_periods() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => FiscalCalendars.Gregorian.PeriodContaining(PeriodKind.Custom, Day("2026-01-01")));

    [Fact]
    public void The_default_quarter_has_no_days() => Assert.Throws<ArgumentOutOfRangeException>(() => FiscalCalendars.Gregorian.IntervalOf(default));
}
