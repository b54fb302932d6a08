namespace ActivityMgmt.Kpi.Tests;

public class SampleDocumentTests
{
    private static readonly string Sample = Path.Combine(Kpis.Root, "samples", "BranchQuarter");

    [Fact]
    public void The_branch_documents_are_valid_and_score_a_quarter()
    {
        var readings = new KpiEngine().Open(FactBook.Of([Facts.Agent(), Facts.Assignment(), Facts.Activity("2026-07-02")]), Read("data/documents/kpis.json"), Calendars.Default);

        var scorecard = new Scorecards().Score(
            Read("data/documents/scorecard.json"), readings, new AgentId("E1"), new Quarter(2026, 3).Interval, new Dictionary<MeasureId, Quantity>(), []);

        Assert.Equal(["appointments", "interviews", "proposals", "cases"], readings.Funnel.Select(f => f.Value));
        Assert.Equal(100m, scorecard.Parts.Sum(p => p.Weight));
    }

    [Fact]
    public void The_pipeline_document_gives_win_rate_and_won_value()
    {
        var readings = new KpiEngine().Open(
            FactBook.Of([Deal("D1", "won", 1054m), Deal("D2", "won", 4514m), Deal("D3", "lost", 0m), Deal("D4", "engaging", null)]),
            Read("pipeline/documents/kpis.json"),
            Calendars.Default);

        Assert.Equal(Quantity.Ratio(2m, 3m), Assert.IsType<Reading.Measured>(readings.Read(new("win-rate"), Kpis.E1, Kpis.July)).Value);
        Assert.Equal(Quantity.Of(5568m, Unit.Money("USD")), Assert.IsType<Reading.Measured>(readings.Read(new("won-value"), Kpis.E1, Kpis.July)).Value);
        Assert.Equal(2784m, Kpis.Value(readings.Read(new("average-deal"), Kpis.E1, Kpis.July)));
    }

    private static OpportunityFact Deal(string id, string stage, decimal? value) => new()
    {
        Origin = new("crm", id),
        Date = new(2026, 7, 1),
        Opportunity = new(id),
        Agent = new("E1"),
        Stage = stage,
        Value = value is { } v ? Money.Of(v, "USD") : null,
    };

    private static PublishedDocument Read(string path)
    {
        var text = File.ReadAllText(Path.Combine(Sample, path));
        return DocumentHeader.Read(DocumentNode.Parse(text, path)).ToPublished("any", text);
    }
}
