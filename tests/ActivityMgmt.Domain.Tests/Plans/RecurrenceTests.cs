using CsCheck;
using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class RecurrenceTests
{
    private static readonly DateInterval Year = Days("2026-01-01", "2026-12-31");

    [Fact]
    public void Every_working_day_leaves_holidays_out_and_takes_make_up_days_in() =>
        Assert.Equal(
            ["2026-09-30", "2026-10-08", "2026-10-09", "2026-10-10"], // 10 October is a Saturday that is worked
            In(new Recurrence.EveryWorkingDay { From = Day("2026-01-01") }, Days("2026-09-30", "2026-10-11")));

    [Fact]
    public void Weekly_on_given_days() =>
        Assert.Equal(
            ["2026-07-02", "2026-07-06", "2026-07-09"],
            In(new Recurrence.Weekly { From = Day("2026-07-01"), Days = [IsoDayOfWeek.Monday, IsoDayOfWeek.Thursday] }, Days("2026-07-01", "2026-07-10")));

    [Fact]
    public void Every_second_week_counts_from_the_first_ones_monday() =>
        Assert.Equal(
            ["2026-07-03", "2026-07-13", "2026-07-17"], // Monday 29 June lies before the first day
            In(new Recurrence.Weekly { From = Day("2026-07-01"), Days = [IsoDayOfWeek.Monday, IsoDayOfWeek.Friday], Every = 2 }, Days("2026-06-01", "2026-07-26")));

    [Theory]
    [InlineData(31, "2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30")]
    [InlineData(29, "2026-01-29", "2026-02-28", "2026-03-29", "2026-04-29")]
    [InlineData(28, "2026-01-28", "2026-02-28", "2026-03-28", "2026-04-28")]
    public void Monthly_on_a_day_that_a_month_lacks_is_its_last_day(int day, params string[] dates) =>
        Assert.Equal(dates, In(new Recurrence.MonthlyOnDay { From = Day("2026-01-01"), Day = day }, Days("2026-01-01", "2026-04-30")));

    [Fact]
    public void In_a_leap_year_the_31st_falls_on_29_february() =>
        Assert.Equal(["2028-02-29"], In(new Recurrence.MonthlyOnDay { From = Day("2026-01-01"), Day = 31 }, Days("2028-02-01", "2028-02-29")));

    [Theory]
    [InlineData(1, "2026-06-01", "2026-07-06", "2026-08-03")]
    [InlineData(-1, "2026-06-29", "2026-07-27", "2026-08-31")]
    [InlineData(5, "2026-06-29", "2026-08-31")] // July has four Mondays
    public void Monthly_on_the_nth_weekday(int nth, params string[] dates) =>
        Assert.Equal(dates, In(new Recurrence.MonthlyOnWeekday { From = Day("2026-01-01"), DayOfWeek = IsoDayOfWeek.Monday, Nth = nth }, Days("2026-06-01", "2026-08-31")));

    [Theory]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(-2)]
    public void There_is_no_such_nth(int nth) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Recurrence.MonthlyOnWeekday { From = Day("2026-01-01"), DayOfWeek = IsoDayOfWeek.Monday, Nth = nth });

    [Fact]
    public void First_and_last_day_are_included() =>
        Assert.Equal(["2026-07-06", "2026-07-13"], In(new Recurrence.Weekly { From = Day("2026-07-06"), Until = Day("2026-07-13"), Days = [IsoDayOfWeek.Monday] }, Year));

    [Fact]
    public void It_ends_after_so_many_times_counted_from_the_first_one() =>
        Assert.Equal(["2026-07-20"], In(new Recurrence.Weekly { From = Day("2026-07-06"), Times = 3, Days = [IsoDayOfWeek.Monday] }, Days("2026-07-14", "2026-12-31")));

    [Fact]
    public void A_period_in_two_halves_has_the_same_dates() =>
        Gen.Select(Gen.Int[1, 31], Gen.Int[1, 4], Gen.Int[1, 20], Gens.DateIn2026).Where((_, _, _, cut) => cut > Year.Start).Sample((day, every, times, cut) =>
        {
            Recurrence[] all =
            [
                new Recurrence.MonthlyOnDay { From = Day("2026-01-05"), Day = day, Times = times },
                new Recurrence.Weekly { From = Day("2026-01-05"), Days = [IsoDayOfWeek.Tuesday, IsoDayOfWeek.Sunday], Every = every, Times = times },
            ];

            Assert.All(all, r => Assert.Equal(
                r.In(Year, WorkCalendars.China),
                r.In(new(Year.Start, cut.PlusDays(-1)), WorkCalendars.China).Concat(r.In(new(cut, Year.End), WorkCalendars.China))));
        });

    private static string[] In(Recurrence recurrence, DateInterval period) =>
        [.. recurrence.In(period, WorkCalendars.China).Select(NodaTime.Text.LocalDatePattern.Iso.Format)];
}
