namespace ActivityMgmt.Kpi.Tests;

public class GrowthTests
{
    private static readonly DateInterval Quarter3 = new Quarter(2026, 3).Interval;

    [Fact]
    public void Compares_a_quarter_of_the_market_with_the_quarter_before()
    {
        var facts = new[] { 100m, 100m, 100m, 110m, 110m, 125m }.Select((v, i) => Facts.Market($"2026-{i + 4:00}-{DateTime.DaysInMonth(2026, i + 4)}", v));

        var reading = Open("\"indicator\": \"new-business-premium\"", facts).Read(new("m"), Kpis.E1, Quarter3);

        Assert.Equal(Quantity.Ratio(15m, 100m), Assert.IsType<Reading.Measured>(reading).Value);
        Assert.Equal(6, ((Reading.Measured)reading).Evidence.Facts.Count);
    }

    [Fact]
    public void Has_no_data_when_a_month_of_the_market_is_missing() =>
        Assert.Equal("kpi.market-incomplete", Assert.IsType<Reading.NoData>(
            Open("\"indicator\": \"new-business-premium\"", [Facts.Market("2026-06-30", 1m), Facts.Market("2026-07-31", 1m)]).Read(new("m"), Kpis.E1, Quarter3)).Reason.Code);

    [Theory]
    [InlineData("2026-07-01", "2026-07-31", "2026-06-30", true)] // whole months go back by months
    [InlineData("2026-07-01", "2026-07-31", "2026-06-01", true)]
    [InlineData("2026-07-01", "2026-07-31", "2026-05-31", false)]
    [InlineData("2026-07-06", "2026-07-12", "2026-06-29", true)] // a week goes back by seven days
    [InlineData("2026-07-06", "2026-07-12", "2026-06-28", false)]
    public void Compares_with_the_equal_period_before(string from, string to, string on, bool inBase)
    {
        var reading = Open("\"of\": \"visits\"", [Facts.Activity(on), Facts.Activity(from)]).Read(new("m"), Kpis.E1, Facts.Period(from, to));

        Assert.Equal(inBase, reading is Reading.Measured);
    }

    // Four visits: civil July has 1 after June's 2; the work month 2 after 2; the four weeks 1 after the five weeks' 3.
    [Theory]
    [InlineData("civil", -1, 2)] // 1–31 July against 1–30 June
    [InlineData("work months", 0, 1)] // 26 June–25 July against 26 May–25 June
    [InlineData("4-4-5", -2, 3)] // 29 June–26 July against 25 May–28 June
    public void The_same_facts_grow_otherwise_in_another_fiscal_calendar(string calendar, int numerator, int denominator)
    {
        var fiscal = Kpis.Fiscal(calendar);

        var reading = Kpis.OpenIn(fiscal, Growth("\"of\": \"visits\""), Facts.Activity("2026-05-26"), Facts.Activity("2026-06-24"), Facts.Activity("2026-06-27"), Facts.Activity("2026-07-20"))
            .Read(new("m"), Kpis.E1, fiscal.PeriodOf(PeriodKind.Month, 2026, 7).Interval);

        Assert.Equal(Quantity.Ratio(numerator, denominator), Assert.IsType<Reading.Measured>(reading).Value);
    }

    [Fact]
    public void Has_no_data_where_the_fiscal_calendar_does_not_reach_back()
    {
        var listed = FiscalCalendars.Custom([.. Enumerable.Range(1, 12).Select(m => FiscalCalendars.Gregorian.PeriodOf(PeriodKind.Month, 2026, m))]);

        var reading = Kpis.OpenIn(listed, Growth("\"of\": \"visits\""), Facts.Activity("2026-01-05")).Read(new("m"), Kpis.E1, Facts.Period("2026-01-01", "2026-01-31"));

        Assert.Equal("kpi.growth-not-covered", Assert.IsType<Reading.NoData>(reading).Reason.Code);
    }

    [Fact]
    public void Compares_with_the_same_months_a_year_before() =>
        Assert.Equal(1m, Kpis.Value(Open("\"of\": \"visits\", \"against\": \"year-before\"", [Facts.Activity("2027-02-28"), Facts.Activity("2028-02-01"), Facts.Activity("2028-02-29")])
            .Read(new("m"), Kpis.E1, Facts.Period("2028-02-01", "2028-02-29"))));

    [Fact]
    public void Has_no_growth_from_nothing() =>
        Assert.Equal("kpi.growth-needs-base", Assert.IsType<Reading.NoData>(
            Open("\"of\": \"visits\"", [Facts.Activity("2026-07-01")]).Read(new("m"), Kpis.E1, Kpis.July)).Reason.Code);

    private static IReadings Open(string members, IEnumerable<Fact> facts) => Kpis.Open(Growth(members), facts);

    private static PublishedDocument Growth(string members) =>
        Kpis.Document([Kpis.Measure("m", $""" "kind": "growth", {members} """), Kpis.Measure("visits", """ "kind": "count", "facts": "activity" """)]);
}
