using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class CustomFiscalCalendarTests
{
    private static readonly BusinessPeriod[] Months2026 = [.. Enumerable.Range(1, 12).Select(m => FiscalCalendars.WorkMonths(20).PeriodOf(PeriodKind.Month, 2026, m))];

    [Theory]
    [InlineData("2026-01-01", "2026-M01")]
    [InlineData("2026-01-20", "2026-M01")]
    [InlineData("2026-01-21", "2026-M02")]
    [InlineData("2026-12-31", "2026-M12")]
    public void Finds_the_listed_month_of_a_date(string date, string month) =>
        Assert.Equal(month, FiscalCalendars.Custom(Months2026).PeriodContaining(PeriodKind.Month, Day(date)).Id);

    [Fact]
    public void Makes_quarters_of_three_listed_months() =>
        Assert.Equal(Days("2026-03-21", "2026-06-20"), FiscalCalendars.Custom(Months2026).IntervalOf(new(2026, 2)));

    [Theory]
    [InlineData("2025-12-31")]
    [InlineData("2027-01-01")]
    public void Refuses_days_that_are_not_listed(string date)
    {
        var calendar = FiscalCalendars.Custom(Months2026);

        Assert.Equal(date, Assert.IsType<TheFiscalCalendarCoversThePeriodRule>(Assert.Throws<BrokenRuleException>(() => calendar.PeriodContaining(PeriodKind.Month, Day(date))).Rule).Asked);
        Assert.Throws<BrokenRuleException>(() => calendar.PeriodOf(PeriodKind.Month, Day(date).Year, 1));
    }

    [Fact]
    public void A_gap_is_refused_with_its_days() => Assert.Equal(
        Reason.Of("calendar.gap", ("before", "2026-M02"), ("after", "2026-M03"), ("days", ReasonValue.Period(Days("2026-02-21", "2026-02-23")))),
        Broken<NoDayIsBetweenPeriodsRule>(With(3, Days("2026-02-24", "2026-03-20"))));

    [Fact]
    public void An_overlap_is_refused_with_its_days() => Assert.Equal(
        Reason.Of("calendar.overlap", ("before", "2026-M02"), ("after", "2026-M03"), ("days", ReasonValue.Period(Days("2026-02-20", "2026-02-20")))),
        Broken<NoDayIsInTwoPeriodsRule>(With(3, Days("2026-02-20", "2026-03-20"))));

    [Fact]
    public void Months_out_of_order_are_refused_with_their_days()
    {
        var broken = Broken<MonthsFollowEachOtherInOrderRule>([Months2026[0], Months2026[2], Months2026[1], .. Months2026[3..]]);

        Assert.Equal(
            Reason.Of(
                "calendar.out-of-order",
                ("before", "2026-M01"), ("beforeDays", ReasonValue.Period(Days("2026-01-01", "2026-01-20"))),
                ("after", "2026-M03"), ("afterDays", ReasonValue.Period(Days("2026-02-21", "2026-03-20")))),
            broken);
    }

    [Fact]
    public void A_month_that_lies_before_the_one_listed_before_it_is_out_of_order() =>
        Assert.Equal("calendar.out-of-order", Broken<MonthsFollowEachOtherInOrderRule>(With(3, Days("2025-02-21", "2025-03-20"))).Code);

    [Fact]
    public void Part_of_a_year_is_refused() => Assert.Equal(
        Reason.Of("calendar.not-whole-years", ("year", 2026), ("months", 11), ("first", "2026-M01"), ("last", "2026-M11")),
        Broken<AFiscalYearHasTwelveMonthsRule>(Months2026[..11]));

    [Fact]
    public void Nothing_and_quarters_are_no_list_of_months()
    {
        Assert.Throws<ArgumentException>(() => FiscalCalendars.Custom([]));
        Assert.Throws<ArgumentException>(() => FiscalCalendars.Custom([FiscalCalendars.Gregorian.PeriodOf(PeriodKind.Quarter, 2026, 1)]));
    }

    private static BusinessPeriod[] With(int month, DateInterval days) =>
        [.. Months2026.Select(m => m.Number == month ? BusinessPeriod.Of(PeriodKind.Month, 2026, month, days) : m)];

    private static Reason Broken<T>(IReadOnlyList<BusinessPeriod> months)
        where T : IBusinessRule =>
        Assert.IsType<T>(Assert.Throws<BrokenRuleException>(() => FiscalCalendars.Custom(months)).Rule).Reason;
}
