namespace ActivityMgmt.Kpi.Tests;

public class OtherDaysTests
{
    private static readonly string Visits = Kpis.Measure("visits", """ "kind": "count", "facts": "activity" """);

    [Theory]
    [InlineData("week", "2026-08-03", "2026-08-02")] // 5 August 2026 is a Wednesday
    [InlineData("month", "2026-08-01", "2026-07-31")]
    [InlineData("quarter", "2026-07-01", "2026-06-30")]
    [InlineData("half-year", "2026-07-01", "2026-06-30")]
    [InlineData("year", "2026-01-01", "2025-12-31")]
    [InlineData("beginning", "1990-01-01", null)]
    public void Counts_from_the_first_day_of_the_period_to_the_last_day_asked_for(string since, string first, string? dayBefore)
    {
        Fact[] facts = [Facts.Activity(first), Facts.Activity("2026-08-05"), Facts.Activity("2026-08-06"), .. dayBefore is null ? (Fact[])[] : [Facts.Activity(dayBefore)]];

        Assert.Equal(2m, Kpis.Value(Read($"\"kind\": \"to-date\", \"of\": \"visits\", \"since\": \"{since}\"", Facts.Period("2026-08-04", "2026-08-05"), facts)));
    }

    [Theory]
    [InlineData("\"days\": 90", "2026-05-03")] // 90 days up to 31 July
    [InlineData("\"months\": 3", "2026-05-01")]
    [InlineData("\"months\": 1", "2026-07-01")]
    public void Rolls_over_the_last_days_or_months(string over, string first)
    {
        Fact[] facts = [Facts.Activity(first), Facts.Activity("2026-07-31"), Facts.Activity("2026-08-01"), Facts.Activity(LocalDatePattern.Iso.Format(Facts.Day(first).PlusDays(-1)))];

        Assert.Equal(2m, Kpis.Value(Read($"\"kind\": \"rolling\", \"of\": \"visits\", {over}", Kpis.July, facts)));
    }

    [Theory]
    [InlineData("\"by\": \"previous-period\"", "2026-06-30")]
    [InlineData("\"by\": \"previous-period\", \"times\": 3", "2026-04-01")]
    [InlineData("\"by\": \"year-before\"", "2025-07-31")]
    [InlineData("\"by\": \"year-before\", \"times\": 2", "2024-07-01")]
    public void Goes_back_by_whole_months_or_years(string by, string on) =>
        Assert.Equal(1m, Kpis.Value(Read($"\"kind\": \"earlier\", \"of\": \"visits\", {by}", Kpis.July, Facts.Activity(on), Facts.Activity("2026-07-05"))));

    // 26 June to 25 July is the work month July; 20 July lies in it.
    [Fact]
    public void Follows_the_fiscal_calendar()
    {
        var fiscal = FiscalCalendars.WorkMonths();
        var document = Kpis.Document([Visits, Kpis.Measure("m", """ "kind": "to-date", "of": "visits", "since": "month" """)]);

        var reading = Kpis.OpenIn(fiscal, document, Facts.Activity("2026-06-25"), Facts.Activity("2026-06-26"), Facts.Activity("2026-07-20")).Read(new("m"), Kpis.E1, Facts.Period("2026-07-20", "2026-07-20"));

        Assert.Equal(2m, Kpis.Value(reading));
    }

    [Theory]
    [InlineData("\"kind\": \"earlier\", \"of\": \"visits\", \"by\": \"previous-period\"")]
    [InlineData("\"kind\": \"rolling\", \"of\": \"visits\", \"months\": 2")]
    [InlineData("\"kind\": \"streak\", \"of\": \"visits\", \"each\": \"month\", \"atLeast\": 1, \"run\": \"longest\"", "2025-12-15")]
    public void Has_no_data_where_the_fiscal_calendar_does_not_reach(string members, string from = "2026-01-01")
    {
        var listed = FiscalCalendars.Custom([.. Enumerable.Range(1, 12).Select(m => FiscalCalendars.Gregorian.PeriodOf(PeriodKind.Month, 2026, m))]);

        var reading = Kpis.OpenIn(listed, Kpis.Document([Visits, Kpis.Measure("m", members)]), Facts.Activity("2026-01-05")).Read(new("m"), Kpis.E1, Facts.Period(from, "2026-01-31"));

        Assert.Equal("kpi.days-not-covered", Assert.IsType<Reading.NoData>(reading).Reason.Code);
    }

    [Fact]
    public void Tells_why_a_fact_of_the_other_days_does_not_count()
    {
        var facts = new[] { Facts.Activity("2026-05-31"), Facts.Activity("2026-06-30") };
        var readings = (IExplainedReadings)Kpis.Open(Kpis.Document([Visits, Kpis.Measure("m", """ "kind": "earlier", "of": "visits", "by": "previous-period" """)]), facts);

        Assert.Equal("kpi.why-not.date", Assert.Single(readings.WhyNot(new("m"), Kpis.E1, Kpis.July, facts[0].Key).Facts).Reasons.Single().Code);
        Assert.Empty(readings.WhyNot(new("m"), Kpis.E1, Kpis.July, facts[1].Key).Facts);
    }

    private static Reading Read(string members, DateInterval period, params Fact[] facts) =>
        Kpis.Open(Kpis.Document([Visits, Kpis.Measure("m", members)]), facts).Read(new("m"), Kpis.E1, period);
}
