namespace ActivityMgmt.Kpi.Tests;

public class KpiEngineTests
{
    private static readonly PublishedDocument Visits = Kpis.Document(
        [Kpis.Measure("visits", """ "kind": "count", "facts": "activity" """), Kpis.Measure("calls", """ "kind": "count", "facts": "activity", "where": "activity == 'call'" """)],
        "\"calls\", \"visits\"");

    [Fact]
    public void Counts_an_agents_facts_for_the_team_of_each_day()
    {
        var readings = Kpis.Open(
            Visits,
            Facts.Assignment(team: "T1", until: "2026-07-14"),
            Facts.Assignment(team: "T2", from: "2026-07-15"),
            Facts.Activity("2026-07-14"),
            Facts.Activity("2026-07-15"),
            Facts.Activity("2026-07-16"));

        Assert.Equal(
            [1m, 2m, 3m],
            new[] { Subject.Of(new TeamId("T1")), Subject.Of(new TeamId("T2")), Subject.Branch("B01") }.Select(s => Kpis.Value(readings.Read(new("visits"), s, Kpis.July))));
    }

    [Fact]
    public void Names_the_overlapping_assignment_that_took_a_fact_away()
    {
        var moved = Facts.Assignment(team: "T2", from: "2026-07-01");
        var readings = Kpis.Open(Visits, Facts.Assignment(team: "T1"), moved, Facts.Activity("2026-07-02"));

        var reading = Assert.IsType<Reading.Measured>(readings.Read(new("visits"), Subject.Of(new TeamId("T1")), Kpis.July));

        Assert.Equal(0m, reading.Value.ToDecimal());
        Assert.Contains(moved.Reference, reading.Evidence.Facts);
    }

    [Fact]
    public void Lists_measures_and_funnel_in_the_order_of_the_document()
    {
        var readings = Kpis.Open(Visits);

        Assert.Equal(["visits", "calls"], readings.Measures.Select(m => m.Id.Value));
        Assert.Equal(["calls", "visits"], readings.Funnel.Select(m => m.Value));
    }

    [Fact]
    public void Refuses_a_measure_that_the_document_does_not_have() =>
        Assert.Throws<KeyNotFoundException>(() => Kpis.Open(Visits).Read(new("visit"), Kpis.E1, Kpis.July));

    [Fact]
    public void Gives_the_same_reading_again()
    {
        var readings = Kpis.Open(Visits, Facts.Activity("2026-07-02"));

        Assert.Same(readings.Read(new("visits"), Kpis.E1, Kpis.July), readings.Read(new("visits"), Kpis.E1, Facts.Period("2026-07-01", "2026-07-31")));
    }
}
