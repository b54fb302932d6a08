using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class CalibrationTests
{
    [Fact]
    public void A_generous_and_a_strict_manager_are_moved_towards_each_other_by_what_their_samples_say()
    {
        // Six scores of 90 and six of 70: overall 80; 10 points × 6 / (6 + 5) = 5.45…
        var calibration = Of([.. Scores("m.li", 90m, 90m, 90m, 90m, 90m, 90m), .. Scores("m.wu", 70m, 70m, 70m, 70m, 70m, 70m)]);

        Assert.Equal(80m, calibration.Mean);
        Assert.Equal([("m.li", 6, 90m, -5.5m), ("m.wu", 6, 70m, 5.5m)], calibration.Groups.Select(g => (g.Manager, g.Scores, g.Mean, g.SuggestedShift)));
        Assert.Equal((84.5m, 75.5m), (calibration.Suggestions[0].Suggested, calibration.Suggestions[^1].Suggested));
        Assert.Equal((90m, 70m), (calibration.Suggestions[0].Raw, calibration.Suggestions[^1].Raw));
    }

    [Theory]
    [InlineData(4, "calibration.too-few")]
    [InlineData(5, "calibration.shift")]
    public void Few_scores_are_shown_but_not_moved(int scores, string code)
    {
        var calibration = Of([.. Scores("m.li", [.. Enumerable.Repeat(95m, scores)]), .. Scores("m.wu", 60m, 60m, 60m, 60m, 60m)]);

        Assert.Equal((scores, code), (calibration.Groups[0].Scores, calibration.Groups[0].Reason.Code));
        Assert.Equal(code == "calibration.shift", calibration.Groups[0].SuggestedShift != 0m);
    }

    [Fact]
    public void A_small_difference_is_left_alone()
    {
        var calibration = Of([.. Scores("m.li", 80m, 80m, 80m, 80m, 80m), .. Scores("m.wu", 76m, 76m, 76m, 76m, 76m)]);

        Assert.All(calibration.Groups, g => Assert.Equal((0m, "calibration.in-line"), (g.SuggestedShift, g.Reason.Code)));
    }

    [Fact]
    public void Shows_the_distribution_of_each_manager()
    {
        var group = Assert.Single(Of(Scores("m.li", 50m, 60m, 80m, 100m)).Groups);

        Assert.Equal((50m, 70m, 72.5m, 100m), (group.Lowest, group.Median, group.Mean, group.Highest));
    }

    [Fact]
    public void Equal_scores_share_a_place_and_a_band()
    {
        var calibration = Of(Scores("m.li", 90m, 90m, 80m, 70m, 60m));

        Assert.Equal([1, 1, 3, 4, 5], calibration.Suggestions.Select(s => s.Rank));
        Assert.Equal(["top", "top", "solid", "solid", "developing"], calibration.Suggestions.Select(s => s.Band));
    }

    [Fact]
    public void An_undecided_total_is_in_no_ranking()
    {
        var calibration = Of([.. Scores("m.li", 90m), Some("B9", null)]);

        Assert.Equal([Id("B9")], calibration.Undecided);
        Assert.Equal([Id("m.li-0")], calibration.Suggestions.Select(s => s.Agent));
        Assert.Null(Of([]).Mean);
    }

    private static Calibration Of(IReadOnlyList<Evaluation> evaluations) => Calibration.Of(evaluations, e => e.Agent.Value.Split('-')[0], new());

    private static Evaluation[] Scores(string manager, params decimal[] totals) => [.. totals.Select((t, i) => Some($"{manager}-{i}", t))];

    private static Evaluation Some(string agent, decimal? total) => new()
    {
        Partition = "2026Q3",
        Agent = new(agent),
        Period = Q3.Interval,
        Goals = [],
        Scorecard = new() { Parts = [], Total = total },
        Compliance = [],
        Strengths = [],
        Weaknesses = [],
        Actions = [],
    };
}
