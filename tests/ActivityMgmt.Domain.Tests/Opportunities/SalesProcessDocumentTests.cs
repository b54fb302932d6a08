using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class SalesProcessDocumentTests
{
    [Fact]
    public void Reads_stages_with_their_conditions()
    {
        var process = Read("""
            { "id": "agency", "version": 1, "effective": "2026-01-01/..", "stages": [
              { "id": "lead", "probability": 0.1, "exit": ["activity:interview"], "staleAfterDays": 30 },
              { "id": "offer", "probability": 0.5, "entry": ["customer", "value", "product", "consent:profiling"] },
              { "id": "won", "probability": 1, "outcome": "won" }, { "id": "lost", "probability": 0, "outcome": "lost" } ] }
            """);

        Assert.Equal(["lead", "offer", "won", "lost"], process.Stages.Select(s => s.Id));
        Assert.Equal([new StageCondition.HasActivity("interview")], process.Stages[0].Exit);
        Assert.Equal(30, process.Stages[0].StaleAfterDays);
        Assert.Equal(["customer", "value", "product", "consent:profiling"], process.Stages[1].Entry.Select(c => c.Code));
        Assert.True(process.IsForward(process.Stages[0], process.Stages[3]));
        Assert.False(process.IsForward(process.Stages[1], process.Stages[0]));
    }

    [Fact]
    public void Says_everything_that_is_wrong_with_its_place()
    {
        var refused = Assert.Throws<DocumentException>(() => Read("""
            { "id": "agency", "version": 1, "effective": "2026-01-01/..", "stages": [
              { "id": "lead", "probability": 1.1, "entry": ["activity:"] },
              { "id": "lead", "probability": 0.5 } ] }
            """));

        Assert.Equal(
            ["document.id-twice", "document.not-a-share", "sales-process.nothing-lost", "sales-process.nothing-won", "sales-process.unknown-condition"],
            refused.Problems.Select(p => p.Reason.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_misspelt_condition_is_told_the_nearest_one() =>
        Assert.Equal(
            "customer",
            Assert.Single(
                Assert.Throws<DocumentException>(() => Read("""
                    { "id": "agency", "version": 1, "effective": "2026-01-01/..", "stages": [
                      { "id": "won", "probability": 1, "outcome": "won", "entry": ["custommer"] }, { "id": "lost", "probability": 0, "outcome": "lost" } ] }
                    """)).Problems).Reason["nearest"].Text);

    [Fact]
    public void What_is_written_is_read_back_the_same_and_written_the_same()
    {
        var header = new DocumentHeader { Id = "of-the-process", Version = 2, EffectiveFrom = Day("2026-01-01"), FileName = "x.json" };

        var text = SalesProcessDocument.Write(header, SalesProcess.Default);
        var back = Read(text);

        Assert.Equal("default", back.Id);
        Assert.Equal(
            SalesProcess.Default.Stages.Select(s => (s.Id, s.Probability, s.Outcome, s.StaleAfterDays, string.Join(",", s.Entry.Select(c => c.Code)), string.Join(",", s.Exit.Select(c => c.Code)))),
            back.Stages.Select(s => (s.Id, s.Probability, s.Outcome, s.StaleAfterDays, string.Join(",", s.Entry.Select(c => c.Code)), string.Join(",", s.Exit.Select(c => c.Code)))));
        Assert.Equal(text, SalesProcessDocument.Write(header, back));
    }

    [Fact]
    public void The_usual_process_is_a_process_itself()
    {
        Assert.Equal(["name", "appointment", "interview", "needs-analysis", "proposal", "close", "policy", "lost"], SalesProcess.Default.Stages.Select(s => s.Id));
        Assert.Throws<ArgumentException>(() => SalesProcess.Default with { Stages = [.. SalesProcess.Default.Stages.Take(3)] });
    }

    private static SalesProcess Read(string text) =>
        SalesProcessDocument.Read(new() { Kind = DocumentKinds.SalesProcess, Id = "agency", Version = 1, EffectiveFrom = Day("2026-01-01"), Text = text });
}
