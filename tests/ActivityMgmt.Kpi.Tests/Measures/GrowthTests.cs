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

    [Fact]
    public void Compares_with_the_same_months_a_year_before() =>
        Assert.Equal(1m, Kpis.Value(Open("\"of\": \"visits\", \"against\": \"year-before\"", [Facts.Activity("2027-02-28"), Facts.Activity("2028-02-01"), Facts.Activity("2028-02-29")])
            .Read(new("m"), Kpis.E1, Facts.Period("2028-02-01", "2028-02-29"))));

    [Fact]
    public void Has_no_growth_from_nothing() =>
        Assert.Equal("kpi.growth-needs-base", Assert.IsType<Reading.NoData>(
            Open("\"of\": \"visits\"", [Facts.Activity("2026-07-01")]).Read(new("m"), Kpis.E1, Kpis.July)).Reason.Code);

    private static IReadings Open(string members, IEnumerable<Fact> facts) => Kpis.Open(
        Kpis.Document([Kpis.Measure("m", $""" "kind": "growth", {members} """), Kpis.Measure("visits", """ "kind": "count", "facts": "activity" """)]),
        facts);
}
