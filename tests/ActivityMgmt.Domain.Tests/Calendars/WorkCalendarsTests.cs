using CsCheck;
using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class WorkCalendarsTests
{
    // State Council notice for 2026; counted by hand: weekdays less holidays plus make-up days. 248 in all.
    [Theory]
    [InlineData(1, 21)] // 22 weekdays − 1st, 2nd + Sunday 4th
    [InlineData(2, 16)] // 20 − 16th to 20th, 23rd + Saturdays 14th, 28th
    [InlineData(3, 22)]
    [InlineData(4, 21)] // 22 − 6th
    [InlineData(5, 19)] // 21 − 1st, 4th, 5th + Saturday 9th
    [InlineData(6, 21)] // 22 − 19th
    [InlineData(7, 23)]
    [InlineData(8, 21)]
    [InlineData(9, 22)] // 22 − 25th + Sunday 20th
    [InlineData(10, 18)] // 22 − 1st, 2nd, 5th to 7th + Saturday 10th
    [InlineData(11, 21)]
    [InlineData(12, 23)]
    public void China_has_the_working_days_of_2026(int month, int expected)
    {
        var first = new LocalDate(2026, month, 1);

        Assert.Equal(expected, WorkCalendars.China.WorkingDaysIn(new(first, first.PlusMonths(1).PlusDays(-1))));
    }

    [Fact]
    public void Counting_a_period_is_counting_its_days() =>
        Gen.Select(Gen.Int[0, 729], Gen.Int[0, 400]).Sample(
            (from, length) =>
            {
                var start = new LocalDate(2025, 1, 1).PlusDays(from);
                var period = new DateInterval(start, LocalDate.Min(start.PlusDays(length), new(2026, 12, 31)));

                Assert.Equal(period.Count(WorkCalendars.China.IsWorkingDay), WorkCalendars.China.WorkingDaysIn(period));
                Assert.Equal(period.Count(WorkCalendars.MondayToFriday.IsWorkingDay), WorkCalendars.MondayToFriday.WorkingDaysIn(period));
            },
            iter: 500);

    [Fact]
    public void A_period_that_China_does_not_cover_is_refused_with_its_first_uncovered_day() =>
        Assert.Equal(
            new TheWorkCalendarCoversTheDayRule(Days("2025-01-01", "2026-12-31"), Day("2027-01-01")),
            Assert.Throws<BrokenRuleException>(() => WorkCalendars.China.WorkingDaysIn(Days("2026-12-30", "2027-01-05"))).Rule);

    [Fact]
    public void China_has_248_working_days_in_2025_and_2026_each()
    {
        Assert.Equal(248, WorkCalendars.China.WorkingDaysIn(Days("2025-01-01", "2025-12-31")));
        Assert.Equal(248, WorkCalendars.China.WorkingDaysIn(Days("2026-01-01", "2026-12-31")));
    }

    [Theory]
    [InlineData("2026-02-14", true)] // a make-up Saturday
    [InlineData("2026-09-20", true)] // a make-up Sunday
    [InlineData("2026-02-15", false)] // first day of the Spring Festival
    [InlineData("2026-02-23", false)] // last day of the Spring Festival, a Monday
    [InlineData("2026-02-24", true)]
    [InlineData("2026-10-07", false)]
    [InlineData("2026-10-08", true)]
    [InlineData("2026-07-04", false)] // a Saturday
    public void China_works_on_make_up_days_and_rests_on_holidays(string date, bool works) =>
        Assert.Equal(works, WorkCalendars.China.IsWorkingDay(Day(date)));

    [Theory]
    [InlineData("2024-12-31")]
    [InlineData("2027-01-01")]
    public void China_refuses_a_year_that_no_notice_covers(string date) =>
        Assert.Throws<BrokenRuleException>(() => WorkCalendars.China.IsWorkingDay(Day(date)));

    [Fact]
    public void Monday_to_friday_knows_no_holiday_and_no_end()
    {
        Assert.Equal(5, WorkCalendars.MondayToFriday.WorkingDaysIn(Days("2026-02-16", "2026-02-22")));
        Assert.False(WorkCalendars.MondayToFriday.IsWorkingDay(Day("2026-02-14")));
        Assert.True(WorkCalendars.MondayToFriday.IsWorkingDay(Day("1999-01-01")));
    }
}
