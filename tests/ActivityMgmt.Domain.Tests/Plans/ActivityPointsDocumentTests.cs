using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class ActivityPointsDocumentTests
{
    private static readonly DocumentHeader Header = new() { Id = "points-game", Version = 1, EffectiveFrom = Day("2026-01-01"), FileName = "points-game.json" };

    [Fact]
    public void Reads_points_by_kind_with_goals()
    {
        var points = Read("""{ "id": "points-game", "version": 1, "effective": "2026-01-01/..", "points": { "call": 0.5, "interview": 1 }, "weeklyGoal": 10 }""");

        Assert.Equal([("call", 0.5m), ("interview", 1m)], points.PerActivity.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => (p.Key, p.Value)));
        Assert.Equal(((decimal?)null, 10m), (points.DailyGoal, points.WeeklyGoal));
    }

    [Fact]
    public void Says_everything_that_is_wrong_with_line_column_path_and_the_nearest_name()
    {
        var refused = Assert.Throws<DocumentException>(() => Read("""
            { "id": "points-game", "version": 1, "effective": "2026-01-01/..",
              "points": { "call": -0.5, "interview": "1", "": 1 },
              "dailyGaol": 2, "weeklyGoal": 0 }
            """));

        Assert.Equal(
            [
                "points-game.json(2,23) $.points.call: document.negative ",
                "points-game.json(2,42) $.points.interview: document.wrong-kind ",
                "points-game.json(2,51) $.points.: document.empty-name ",
                "points-game.json(3,16) $.dailyGaol: document.unknown-member dailyGoal",
                "points-game.json(3,33) $.weeklyGoal: document.not-positive ",
            ],
            refused.Problems.Select(p => $"{p.Place}: {p.Reason.Code} {p.Reason.Values.FirstOrDefault(v => v.Key == "nearest").Value.Text}"));
    }

    [Theory]
    [InlineData("""{ "id": "p", "version": 1, "effective": "2026-01-01/.." }""", "points.none-listed")]
    [InlineData("""{ "id": "p", "version": 1, "effective": "2026-01-01/..", "points": {} }""", "points.none-listed")]
    [InlineData("""{ "id": "p", "version": 1, "effective": "2026-01-01/..", "points": [1] }""", "document.wrong-kind")]
    public void Without_points_it_is_refused(string text, string code) =>
        Assert.Equal(code, Assert.Single(Assert.Throws<DocumentException>(() => Read(text)).Problems).Reason.Code);

    [Fact]
    public void What_is_written_is_read_back_the_same_and_written_the_same()
    {
        var points = new ActivityPoints { PerActivity = new Dictionary<string, decimal> { ["meal"] = 1m, ["suspect"] = 0.5m, ["面谈"] = 0m }, DailyGoal = 2m };

        var text = ActivityPointsDocument.Write(Header, points);
        var back = Read(text);

        Assert.Equal(points.PerActivity.OrderBy(p => p.Key, StringComparer.Ordinal), back.PerActivity.OrderBy(p => p.Key, StringComparer.Ordinal));
        Assert.Equal((2m, (decimal?)null), (back.DailyGoal, back.WeeklyGoal));
        Assert.Equal(text, ActivityPointsDocument.Write(Header, back));
        Assert.Contains("\"effective\": \"2026-01-01/..\"", text, StringComparison.Ordinal);
    }

    private static ActivityPoints Read(string text) =>
        ActivityPointsDocument.Read(new() { Kind = DocumentKinds.ActivityPoints, Id = "points-game", Version = 1, EffectiveFrom = Day("2026-01-01"), Text = text });
}
