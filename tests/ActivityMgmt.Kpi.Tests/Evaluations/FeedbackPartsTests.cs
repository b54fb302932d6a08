namespace ActivityMgmt.Kpi.Tests;

public class FeedbackPartsTests
{
    private const string Ratings = """ "kind": "ratings", "absent": "reweight", "weights": { "self": 10, "peers": 30, "manager": 60 }, "minimumPeers": 3 """;

    private static readonly PublishedDocument Kpi = Kpis.Document([Kpis.Measure("visits", """ "kind": "count", "facts": "activity" """)]);

    [Fact]
    public void Ratings_are_weighed_by_who_gives_them()
    {
        // 10 × 9 + 30 × 6 + 60 × 8 = 750 of 100 → 7.5
        var part = Score(Ratings, By(FeedbackKind.Self, 9), By(FeedbackKind.Peer, 5, "P1"), By(FeedbackKind.Peer, 6, "P2"), By(FeedbackKind.Peer, 7, "P3"), By(FeedbackKind.Manager, 8, "M1"));

        Assert.Equal((75m, Quantity.Of(7.5m, Unit.Score)), (part.Score, part.Actual));
        Assert.Equal(("9", "6", "8", "3"), (part.Reason["self"].Text, part.Reason["peers"].Text, part.Reason["manager"].Text, part.Reason["raters"].Text));
    }

    [Fact]
    public void Colleagues_neither_count_nor_show_below_the_declared_number()
    {
        // Without the two colleagues 10 × 9 + 60 × 8 = 570 of 70.
        var part = Score(Ratings, By(FeedbackKind.Self, 9), By(FeedbackKind.Peer, 1, "P1"), By(FeedbackKind.Peer, 1, "P2"), By(FeedbackKind.Manager, 8, "M1"));

        Assert.Equal(81.4m, part.Score);
        Assert.Equal(("-", "-"), (part.Reason["peers"].Text, part.Reason["raters"].Text));
    }

    [Fact]
    public void The_same_colleague_rating_again_is_one_colleague_whose_last_word_counts()
    {
        var twice = Score(Ratings, By(FeedbackKind.Peer, 2, "P1", "2026-07-01"), By(FeedbackKind.Peer, 4, "P1", "2026-07-02"), By(FeedbackKind.Peer, 6, "P2"));
        var three = Score(Ratings, By(FeedbackKind.Peer, 2, "P1", "2026-07-01"), By(FeedbackKind.Peer, 4, "P1", "2026-07-02"), By(FeedbackKind.Peer, 6, "P2"), By(FeedbackKind.Peer, 8));

        Assert.Equal((null, "kpi.score-cause.too-few-peers"), (twice.Score, twice.Reason["cause"].Text));
        Assert.Equal(60m, three.Score);
    }

    [Fact]
    public void Nobodys_rating_and_ratings_outside_the_period_are_no_data() =>
        Assert.Equal("kpi.score-cause.no-data", Score(Ratings, By(FeedbackKind.Self, 9, on: "2026-06-30"), By(FeedbackKind.Self, 9, on: "2026-08-01")).Reason["cause"].Text);

    [Theory]
    [InlineData(new[] { 9, 10 }, "1", 100)]
    [InlineData(new[] { 0, 6 }, "-1", 0)]
    [InlineData(new[] { 7, 8 }, "0", 50)]
    [InlineData(new[] { 10, 9, 7, 6 }, "0.25", 62.5)] // two promoters less one detractor of four
    public void The_recommend_score_is_promoters_less_detractors(int[] scores, string score, double points)
    {
        var part = Score(""" "kind": "recommend", "absent": "reweight" """, [.. scores.Select(s => Said(FeedbackKind.Recommendation, s))]);

        Assert.Equal(((decimal)points, score + " ratio"), (part.Score, part.Actual.ToString()));
    }

    [Fact]
    public void A_small_sample_is_drawn_towards_the_branch_and_both_values_are_shown()
    {
        // One own answer of 10; the branch has ten answers with a mean of 7: (1 × 10 + 9 × 7) / 10 = 7.3.
        var answers = Enumerable.Range(0, 9).Select(i => Said(FeedbackKind.Survey, i < 3 ? 6 : 7, "E2")).Append(Said(FeedbackKind.Survey, 10));

        var part = Score(""" "kind": "satisfaction", "absent": "reweight", "shrink": { "towards": "branch", "strength": 9 } """, [.. answers]);

        Assert.Equal((73m, "10 score", "7.3 score", "7 score", "1"), (
            part.Score, part.Reason["raw"].Text, part.Reason["drawn"].Text, part.Reason["group"].Text, part.Reason["answers"].Text));
    }

    [Fact]
    public void A_large_sample_stays_close_to_itself()
    {
        var answers = Enumerable.Range(0, 91).Select(_ => Said(FeedbackKind.Survey, 10)).Concat(Enumerable.Range(0, 91).Select(_ => Said(FeedbackKind.Survey, 0, "E2")));

        // (91 × 10 + 9 × 5) / 100
        Assert.Equal(95.5m, Score(""" "kind": "satisfaction", "absent": "reweight", "shrink": { "towards": "branch", "strength": 9 } """, [.. answers]).Score);
    }

    [Fact]
    public void A_team_is_the_group_of_those_who_are_in_it()
    {
        Fact[] facts =
        [
            Facts.Agent(), Facts.Assignment(), Facts.Agent("E2"), Facts.Assignment("E2"), Facts.Agent("E3"), Facts.Assignment("E3", "T9"),
            Said(FeedbackKind.Survey, 10), Said(FeedbackKind.Survey, 6, "E2"), Said(FeedbackKind.Survey, 0, "E3"),
        ];

        Assert.Equal("8 score", Score(""" "kind": "satisfaction", "absent": "reweight", "shrink": { "towards": "team", "strength": 5 } """, facts).Reason["group"].Text);
    }

    [Fact]
    public void Without_an_own_answer_the_group_says_nothing_about_an_agent() =>
        Assert.Null(Score(""" "kind": "satisfaction", "absent": "reweight", "shrink": { "towards": "branch", "strength": 9 } """, Said(FeedbackKind.Survey, 9, "E2")).Score);

    [Theory]
    [InlineData(""" "kind": "ratings", "absent": "zero", "weights": { "self": 0, "peers": 0, "manager": 0 } """, "kpi.score-rating-weights")]
    [InlineData(""" "kind": "ratings", "absent": "zero", "weights": { "self": 1, "pears": 1 } """, "document.unknown-member")]
    [InlineData(""" "kind": "ratings", "absent": "zero", "weights": { "self": 1 }, "minimumPeers": 2 """, "kpi.score-minimum-peers")]
    [InlineData(""" "kind": "satisfaction", "absent": "zero", "shrink": { "towards": "company", "strength": 9 } """, "document.unknown-value")]
    [InlineData(""" "kind": "recommend", "absent": "zero", "shrink": { "towards": "team", "strength": 0 } """, "document.not-positive")]
    [InlineData(""" "kind": "recommend", "absent": "zero", "measure": "visits" """, "document.unknown-member")]
    [InlineData(""" "kind": "best-of", "absent": "zero", "of": [{ "measure": "visits" }] """, "kpi.score-best-of-few")]
    [InlineData(""" "kind": "best-of", "absent": "zero", "of": [{ "measure": "visits" }, { "measure": "visit" }] """, "kpi.unknown-measure")]
    public void A_mistake_in_the_document_is_found_at_its_place(string members, string code)
    {
        var problem = Assert.Single(Assert.Throws<DocumentException>(() => Score(members)).Problems);

        Assert.Equal((code, 2), (problem.Reason.Code, problem.Place.Line));
    }

    // S5 of the worked examples, on a scale of 100: 50, 50 and none are 33.3 as zero and 50.0 when the others weigh more.
    [Theory]
    [InlineData("zero", 33.3)]
    [InlineData("reweight", 50d)]
    [InlineData("block", null)]
    public void S5_an_absent_rating_counts_as_declared(string absent, double? total)
    {
        var half = """ "kind": "bands", "measure": "visits", "absent": "zero", "bands": [{ "from": 0, "points": 50 }] """;
        var ratings = $$""" "kind": "ratings", "absent": "{{absent}}", "weights": { "self": 1 } """;

        Assert.Equal((decimal?)total, Card([(33.3m, half), (33.3m, half), (33.4m, ratings)], Kpi).Total);
    }

    // I13 of the worked examples: weights 30, 15, 15, 15, 10, 15 and the minimums of 2019. Cases or premium: whichever is met.
    [Theory]
    [InlineData(24, 0, 30, 90, 80, 0, 1, 100)] // premium counted in thousands
    [InlineData(0, 80_000, 30, 90, 80, 0, 1, 100)] // 80,000 of premium instead of 24 cases
    [InlineData(23, 79_999, 30, 90, 80, 0, 1, 70)]
    [InlineData(24, 0, 29, 90, 80, 0, 1, 85)]
    [InlineData(24, 0, 30, 89, 80, 0, 1, 85)]
    [InlineData(24, 0, 30, 90, 79, 0, 1, 85)]
    [InlineData(24, 0, 30, 90, 80, 1, 1, 90)] // one complaint
    [InlineData(24, 0, 30, 90, 80, 0, 0, 85)]
    public void I13_a_part_below_its_minimum_has_no_points(int cases, int premium, int factFinds, int first, int second, int complaints, int cpd, int expected)
    {
        var counts = new[] { ("cases", cases), ("premium", premium / 1000), ("fact-finds", factFinds), ("first", first), ("second", second), ("complaints", complaints), ("cpd", cpd) };
        var kpi = Kpis.Document(counts.Select(c => Kpis.Measure(
            c.Item1, $$""" "better": "{{(c.Item1 == "complaints" ? "lower" : "higher")}}", "kind": "count", "facts": "activity", "where": "activity == '{{c.Item1}}'" """)));
        (decimal, string)[] parts =
        [
            (30m, """ "kind": "best-of", "absent": "zero", "of": [{ "measure": "cases", "target": 24, "minimum": 24 }, { "measure": "premium", "target": 80, "minimum": 80 }] """), (15m, Minimum("fact-finds", 30)), (15m, Minimum("first", 90)), (15m, Minimum("second", 80)), (10m, Minimum("complaints", 0)), (15m, Minimum("cpd", 1)),
        ];

        Assert.Equal(100m, parts.Sum(p => p.Item1));
        Assert.Equal(expected, Card(parts, kpi, [.. counts.SelectMany(c => Enumerable.Range(0, c.Item2).Select(_ => Facts.Activity("2026-07-01", c.Item1)))]).Total);
        static string Minimum(string measure, int minimum) => $$""" "kind": "attainment", "measure": "{{measure}}", "target": {{minimum}}, "minimum": {{minimum}}, "absent": "zero" """;
    }

    private static FeedbackFact Said(FeedbackKind kind, int score, string agent = "E1", string on = "2026-07-15") => Facts.Survey(on, score, agent) with { Feedback = kind };

    private static FeedbackFact By(FeedbackKind kind, int score, string? by = null, string on = "2026-07-15") =>
        Said(kind, score, on: on) with { By = by is null ? null : new ActorId(by) };

    private static ScorecardPart Score(string members, params Fact[] facts) => Assert.Single(Card([(100m, members)], Kpi, facts).Parts);

    private static Scorecard Card((decimal Weight, string Members)[] parts, PublishedDocument kpi, params Fact[] facts) => new Scorecards().Score(
        Kpis.Published(DocumentKinds.Scorecard, string.Create(System.Globalization.CultureInfo.InvariantCulture, $$"""
            { "id": "card", "version": 1, "effective": "2026-01-01/..",
              "parts": [{{string.Join(", ", parts.Select((p, i) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $$"""{ "id": "p{{i}}", "name": { "en": "n", "zh": "n" }, "weight": {{p.Weight}}, {{p.Members}} }""")))}}] }
            """)),
        Kpis.Open(kpi, facts),
        new("E1"),
        Kpis.July,
        new Dictionary<MeasureId, Quantity>(),
        []);
}
