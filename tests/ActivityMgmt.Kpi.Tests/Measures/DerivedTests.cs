namespace ActivityMgmt.Kpi.Tests;

public class DerivedTests
{
    private static readonly string[] Cases =
    [
        Kpis.Measure("cases", """ "kind": "derived", "formula": "issued - cancelled" """), // defined before its parts
        Kpis.Measure("issued", """ "kind": "count", "facts": "policy", "countedOn": "issued", "gates": [] """),
        Kpis.Measure("cancelled", """ "kind": "count", "facts": "policy-event", "where": "event == 'cancelled-in-cooling-off'" """),
        Kpis.Measure("score", """ "kind": "average", "facts": "feedback", "of": "score" """),
        Kpis.Measure("weighted", """ "kind": "derived", "formula": "score * 0.5 + score" """),
    ];

    [Fact]
    public void Nets_cases_of_cancellations_in_the_period_in_which_they_happen()
    {
        var readings = Kpis.Open(
            Kpis.Document(Cases),
            Facts.Policy("P1", issued: "2026-07-30"),
            Facts.Policy("P2", issued: "2026-07-31"),
            Facts.Event("P1", "2026-08-01", PolicyEventKind.CancelledInCoolingOff));

        Assert.Equal(2m, Kpis.Value(readings.Read(new("cases"), Kpis.E1, Kpis.July)));
        Assert.Equal(-1m, Kpis.Value(readings.Read(new("cases"), Kpis.E1, Facts.Period("2026-08-01", "2026-08-31"))));
        Assert.Equal(1m, Kpis.Value(readings.Read(new("cases"), Kpis.E1, Facts.Period("2026-07-01", "2026-08-31"))));
    }

    [Fact]
    public void Is_absent_when_a_part_is_absent() =>
        Assert.Equal("score", Assert.IsType<Reading.NoData>(Kpis.Open(Kpis.Document(Cases)).Read(new("weighted"), Kpis.E1, Kpis.July)).Reason["part"].Text);

    [Theory]
    [InlineData("issued - cancelled", true)]
    [InlineData("issued * 2 + cancelled * (1 + 1)", true)]
    [InlineData("-issued", true)]
    [InlineData("issued + 1", false)]
    [InlineData("issued * cancelled", false)]
    [InlineData("score + score", false)]
    public void Knows_whether_days_add_up(string formula, bool additive)
    {
        var readings = Kpis.Open(Kpis.Document([.. Cases, Kpis.Measure("x", $$""" "kind": "derived", "formula": "{{formula}}" """)]));

        Assert.Equal(additive, readings.Measures.Single(m => m.Id.Value == "x").IsAdditive);
    }
}
