namespace ActivityMgmt.Kpi.Tests;

public class RetentionTests
{
    // Thirteen months after 10 June 2025 is 10 July 2026. E2 left the day before, E3 on that very day (and so was still there), E4 joined a month later.
    private static readonly Fact[] Joined =
    [
        Facts.Agent("E1", "2025-06-10"), Facts.Assignment("E1", "T1", from: "2025-06-10", until: "2025-12-31"), Facts.Assignment("E1", "T2", from: "2026-01-01"),
        Facts.Agent("E2", "2025-06-10") with { LeftOn = Facts.Day("2026-07-09") }, Facts.Assignment("E2", from: "2025-06-10"),
        Facts.Agent("E3", "2025-06-10") with { LeftOn = Facts.Day("2026-07-10") }, Facts.Assignment("E3", "T2", from: "2025-06-10"),
        Facts.Agent("E4", "2025-07-10"), Facts.Assignment("E4", from: "2025-07-10"),
        Facts.Recruited("E1", by: "E9"), Facts.Recruited("E2", by: "E9"), Facts.Recruited("E3", by: "E8"),
    ];

    [Fact]
    public void Counts_who_is_still_under_contract_when_the_months_are_over() =>
        Assert.Equal(Quantity.Ratio(2m, 3m), Assert.IsType<Reading.Measured>(Read(Subject.Everybody, Kpis.July)).Value);

    [Fact]
    public void A_newcomer_counts_for_the_team_of_the_joining_day_and_for_the_recruiter()
    {
        Assert.Equal(Quantity.Ratio(1m, 2m), Assert.IsType<Reading.Measured>(Read(Subject.Of(new TeamId("T1")), Kpis.July)).Value);
        Assert.Equal(Quantity.Ratio(1m, 2m), Assert.IsType<Reading.Measured>(Read(Subject.Of(new AgentId("E9")), Kpis.July)).Value);
        Assert.Equal(Quantity.Ratio(1m, 1m), Assert.IsType<Reading.Measured>(Read(Subject.Of(new AgentId("E8")), Kpis.July)).Value);
    }

    [Fact]
    public void Agrees_with_the_cohort_of_the_organisation()
    {
        var cohort = CohortRetention.Of(FactBook.Of(Joined).Organisation, Facts.Period("2025-06-01", "2025-06-30"), 13, Facts.Day("2026-07-31"));

        Assert.Equal(Quantity.Ratio(cohort.Reached, cohort.Cohort), Assert.IsType<Reading.Measured>(Read(Subject.Everybody, Kpis.July)).Value);
    }

    [Fact]
    public void Has_no_data_when_nobodys_months_are_over() =>
        Assert.Equal("kpi.nobody-to-judge", Assert.IsType<Reading.NoData>(Read(Subject.Everybody, Facts.Period("2026-06-01", "2026-06-30"))).Reason.Code);

    [Theory]
    [InlineData("E4", "kpi.why-not.date")]
    [InlineData("E3", "kpi.why-not.other-team")]
    public void Tells_why_somebody_is_not_judged(string agent, string code)
    {
        var readings = (IExplainedReadings)Kpis.Open(Document, Joined);

        Assert.Equal(code, Assert.Single(readings.WhyNot(new("m"), Subject.Of(new TeamId("T1")), Kpis.July, readings.Facts.Agents.Single(a => a.Agent.Value == agent).Key).Facts).Reasons.Single().Code);
    }

    private static readonly PublishedDocument Document = Kpis.Document([Kpis.Measure("m", """ "kind": "retention", "months": 13 """)]);

    private static Reading Read(Subject subject, DateInterval period) => Kpis.Open(Document, Joined).Read(new("m"), subject, period);
}
