using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class CadenceDocumentTests
{
    private static readonly DocumentHeader Header = new() { Id = "agency", Version = 3, EffectiveFrom = Day("2026-01-01"), EffectiveTo = Day("2026-12-31"), FileName = "agency.json" };

    [Fact]
    public void Reads_cadences_with_steps_and_stop_conditions()
    {
        var cadences = Read("""
            { "id": "agency", "version": 1, "effective": "2026-01-01/..", "cadences": [
              { "id": "new-lead", "steps": [ { "activity": "call", "delay": 0 }, { "activity": "message", "delay": 2, "in": "working-days", "channel": "chat" } ],
                "stopsOnReply": false, "meetings": ["interview"], "maximumAttempts": 2, "refusalMonths": 6 },
              { "id": "birthday", "steps": [ { "activity": "call", "delay": 1, "in": "days" } ] } ] }
            """);

        Assert.Equal(["new-lead", "birthday"], cadences.Select(c => c.Id));
        Assert.Equal([new("call", 0), new("message", 2, DelayUnit.WorkingDays, "chat")], cadences[0].Steps);
        Assert.Equal((false, true, 2, 6), (cadences[0].StopsOnReply, cadences[0].StopsOnMeeting, cadences[0].MaximumAttempts, cadences[0].RefusalMonths));
        Assert.Equal(["interview"], cadences[0].Meetings);
        Assert.Equal((true, true, null, null), (cadences[1].StopsOnReply, cadences[1].StopsOnMeeting, cadences[1].MaximumAttempts, cadences[1].RefusalMonths));
        Assert.Equal(["appointment", "interview", "needs-analysis", "proposal", "closing"], cadences[1].Meetings);
    }

    [Fact]
    public void Says_everything_that_is_wrong_with_line_column_path_and_the_nearest_name()
    {
        var refused = Assert.Throws<DocumentException>(() => Read("""
            { "id": "agency", "version": 1, "effective": "2026-01-01/..", "cadences": [
              { "id": "a", "steps": [ { "activity": "call", "dealy": 2, "delay": -1, "in": "workingdays" } ] },
              { "id": "a", "steps": [], "maximumAttempts": 0 } ] }
            """));

        Assert.Equal(
            [
                "agency.json(2,58) $.cadences[0].steps[0].dealy: document.unknown-member delay",
                "agency.json(2,70) $.cadences[0].steps[0].delay: document.negative ",
                "agency.json(2,80) $.cadences[0].steps[0].in: document.unknown-value working-days",
                "agency.json(3,11) $.cadences[1].id: document.id-twice ",
                "agency.json(3,25) $.cadences[1].steps: cadence.no-steps ",
                "agency.json(3,48) $.cadences[1].maximumAttempts: document.not-positive ",
            ],
            refused.Problems.Select(p => $"{p.Place}: {p.Reason.Code} {p.Reason.Values.FirstOrDefault(v => v.Key == "nearest").Value.Text}"));
    }

    [Fact]
    public void A_document_without_cadences_is_refused() =>
        Assert.Equal(
            "cadence.none-listed",
            Assert.Single(Assert.Throws<DocumentException>(() => Read("""{ "id": "agency", "version": 1, "effective": "2026-01-01/.." }""")).Problems).Reason.Code);

    [Fact]
    public void What_is_written_is_read_back_the_same_and_written_the_same()
    {
        Cadence[] cadences =
        [
            new() { Id = "新名单", Steps = [new("call", 0), new("message", 2, DelayUnit.WorkingDays, "chat")], StopsOnMeeting = false, Meetings = [], MaximumAttempts = 4 },
            new() { Id = "birthday", Steps = [new("call", 1)], StopsOnReply = false, RefusalMonths = 12 },
        ];

        var text = CadenceDocument.Write(Header, cadences);
        var back = Read(text);

        Assert.Equal(cadences.Select(c => c.Steps), back.Select(c => c.Steps));
        Assert.Equal(cadences.Select(c => c.Meetings), back.Select(c => c.Meetings));
        Assert.Equal(
            cadences.Select(c => (c.Id, c.StopsOnReply, c.StopsOnMeeting, c.MaximumAttempts, c.RefusalMonths)),
            back.Select(c => (c.Id, c.StopsOnReply, c.StopsOnMeeting, c.MaximumAttempts, c.RefusalMonths)));
        Assert.Equal(text, CadenceDocument.Write(Header, back));
        Assert.Contains("\"effective\": \"2026-01-01/2026-12-31\"", text, StringComparison.Ordinal);
        Assert.Contains("新名单", text, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Cadence> Read(string text) =>
        CadenceDocument.Read(new() { Kind = DocumentKinds.Cadences, Id = "agency", Version = 1, EffectiveFrom = Day("2026-01-01"), Text = text });
}
