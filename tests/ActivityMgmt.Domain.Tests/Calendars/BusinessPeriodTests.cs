using CsCheck;
using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class BusinessPeriodTests
{
    [Theory]
    [InlineData("2026", PeriodKind.Year, "2026-01-01", "2026-12-31")]
    [InlineData("2026H1", PeriodKind.HalfYear, "2026-01-01", "2026-06-30")]
    [InlineData("2026Q3", PeriodKind.Quarter, "2026-07-01", "2026-09-30")]
    [InlineData("2026-M03", PeriodKind.Month, "2026-03-01", "2026-03-31")]
    [InlineData("2026-W47", PeriodKind.Week, "2026-11-16", "2026-11-22")]
    public void Is_read_by_its_name_and_written_as_it_was_read(string text, PeriodKind kind, string first, string last)
    {
        var period = BusinessPeriod.Parse(text, FiscalCalendars.Gregorian);

        Assert.Equal((kind, Days(first, last), text), (period.Kind, period.Interval, period.ToString()));
    }

    [Fact]
    public void Every_period_of_every_calendar_is_read_as_it_was_written() =>
        Gen.Select(SomeCalendars.Any, SomeCalendars.Kind, SomeCalendars.Date).Sample((calendar, kind, date) =>
        {
            var period = calendar.PeriodContaining(kind, date);

            return BusinessPeriod.Parse(period.Id, calendar) == period;
        });

    [Theory]
    [InlineData("2026Q5")]
    [InlineData("2026H3")]
    [InlineData("2026-M13")]
    [InlineData("2026-M00")]
    [InlineData("2026-W54")]
    [InlineData("2026-m01")]
    [InlineData("2026-M1")]
    [InlineData("2026M01")]
    [InlineData("0000")]
    [InlineData("26")]
    [InlineData("2026 ")]
    [InlineData("")]
    [InlineData(null)]
    public void A_text_of_another_form_is_refused(string? text) =>
        Assert.Throws<FormatException>(() => BusinessPeriod.Parse(text!, FiscalCalendars.Gregorian));

    [Fact]
    public void A_week_that_the_year_lacks_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BusinessPeriod.Parse("2025-W53", FiscalCalendars.Gregorian));

    [Fact]
    public void A_quarter_has_the_name_of_its_id() =>
        Assert.Equal(new Quarter(2026, 3).ToString(), FiscalCalendars.Gregorian.PeriodOf(PeriodKind.Quarter, 2026, 3).Id);

    [Theory]
    [InlineData(PeriodKind.Month, 2026, 13)]
    [InlineData(PeriodKind.Quarter, 2026, 0)]
    [InlineData(PeriodKind.HalfYear, 2026, 3)]
    [InlineData(PeriodKind.Year, 2026, 2)]
    [InlineData(PeriodKind.Year, 0, 1)]
    [InlineData(PeriodKind.Year, 10000, 1)]
    [InlineData(PeriodKind.Custom, 2026, 1)]
    public void A_number_that_no_year_has_is_refused(PeriodKind kind, int year, int number) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BusinessPeriod.Of(kind, year, number, Days("2026-01-01", "2026-01-07")));

    [Theory]
    [InlineData("2026-11-29")]
    [InlineData("2026-12-01")]
    public void A_week_of_six_or_eight_days_is_refused(string last) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BusinessPeriod.Of(PeriodKind.Week, 2026, 48, Days("2026-11-24", last)));

    [Fact]
    public void A_contest_is_a_period_of_its_own()
    {
        var contest = BusinessPeriod.Custom("开门红2026", Days("2025-12-15", "2026-02-15"));

        Assert.Equal((PeriodKind.Custom, 2025, 0, "开门红2026"), (contest.Kind, contest.Year, contest.Number, contest.Id));
        Assert.Throws<ArgumentException>(() => BusinessPeriod.Custom("2026-M01", contest.Interval));
        Assert.Throws<ArgumentException>(() => BusinessPeriod.Custom(" ", contest.Interval));
    }

    [Fact]
    public void Comes_in_the_order_of_days_with_the_longer_one_first()
    {
        string[] ordered = ["2025-M12", "2026", "2026H1", "2026Q1", "2026-M01", "2026-M02", "2026Q2"];

        Assert.Equal(ordered, Enumerable.Reverse(ordered).Select(id => BusinessPeriod.Parse(id, FiscalCalendars.Gregorian)).Order().Select(p => p.Id));
    }

    [Fact]
    public void Equality_hash_and_order_agree()
    {
        var march = FiscalCalendars.Gregorian.PeriodOf(PeriodKind.Month, 2026, 3);
        var again = FiscalCalendars.Gregorian.PeriodContaining(PeriodKind.Month, Day("2026-03-31"));
        var workMarch = FiscalCalendars.WorkMonths().PeriodOf(PeriodKind.Month, 2026, 3);

        Assert.True(march == again && march.CompareTo(again) == 0 && march.GetHashCode() == again.GetHashCode() && march <= again && march >= again);
        Assert.True(march != workMarch && workMarch < march && march > workMarch && march > null);
    }
}
