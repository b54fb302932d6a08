namespace ActivityMgmt.Kpi.Tests;

public class ScorecardsTests
{
    private static readonly PublishedDocument Kpi = Kpis.Document(
    [
        Kpis.Measure("visits", """ "kind": "count", "facts": "activity" """),
        Kpis.Measure("complaints", """ "better": "lower", "kind": "count", "facts": "activity", "where": "activity == 'complaint'" """),
        Kpis.Measure("score", """ "kind": "average", "facts": "feedback", "of": "score" """),
        Kpis.Measure("own", """ "kind": "growth", "of": "visits" """),
        Kpis.Measure("market", """ "kind": "growth", "indicator": "new-business-premium" """),
    ]);

    private static readonly IReadOnlyDictionary<MeasureId, Quantity> Targets =
        new Dictionary<MeasureId, Quantity> { [new("visits")] = Quantity.Count(8m), [new("complaints")] = Quantity.Count(2m) };

    // S5 of the worked examples: 5, 5 and none average 5.00, not 3.33.
    [Theory]
    [InlineData("reweight", "5.0")]
    [InlineData("zero", "3.3")]
    [InlineData("block", null)]
    public void An_absent_part_counts_as_the_document_declares(string absent, string? total)
    {
        var five = """ "kind": "bands", "measure": "visits", "absent": "zero", "bands": [{ "from": 0, "points": 5 }] """;

        var scorecard = Score(Parts(("a", 33.3m, five), ("b", 33.3m, five), ("c", 33.4m, $$""" "kind": "attainment", "measure": "score", "target": 10, "absent": "{{absent}}" """)));

        Assert.Equal(total is null ? null : decimal.Parse(total, System.Globalization.CultureInfo.InvariantCulture), scorecard.Total);
        Assert.Equal(("kpi.score-absent-" + absent, "kpi.score-cause.no-data"), (scorecard.Parts[2].Reason.Code, scorecard.Parts[2].Reason["cause"].Text));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 62.5)]
    [InlineData(8, 100)]
    [InlineData(12, 100)] // capped at the declared maximum
    public void Attainment_is_the_share_of_the_target(int visits, double expected) =>
        Assert.Equal((decimal)expected, Score(Parts(("a", 100m, """ "kind": "attainment", "measure": "visits", "absent": "zero" """)), Visits(visits)).Total);

    [Theory]
    [InlineData(0, 100)]
    [InlineData(2, 100)] // equal to the target keeps it
    [InlineData(3, 66.7)]
    [InlineData(8, 25)]
    public void Attainment_turns_around_where_less_is_better(int complaints, double expected) =>
        Assert.Equal((decimal)expected, Score(Parts(("a", 100m, """ "kind": "attainment", "measure": "complaints", "absent": "zero" """)), Visits(complaints, "complaint")).Total);

    [Theory]
    [InlineData(5, 0)]
    [InlineData(6, 75)]
    public void Below_the_minimum_there_are_no_points(int visits, double expected) =>
        Assert.Equal((decimal)expected, Score(Parts(("a", 100m, """ "kind": "attainment", "measure": "visits", "minimum": 6, "absent": "zero" """)), Visits(visits)).Total);

    [Theory]
    [InlineData(2, 0)]
    [InlineData(3, 40)] // the start of a band belongs to it
    [InlineData(5, 40)]
    [InlineData(6, 90)]
    public void Bands_hold_their_start_and_not_the_next(int visits, double expected) =>
        Assert.Equal((decimal)expected, Score(
            Parts(("a", 100m, """ "kind": "bands", "measure": "visits", "absent": "zero", "bands": [{ "from": 3, "points": 40 }, { "from": 6, "points": 90 }] """)), Visits(visits)).Total);

    [Theory]
    [InlineData(104, 40)]
    [InlineData(105, 80)] // own growth 5 % equals the market's 5 %
    public void Market_reaction_compares_own_growth_with_the_markets(int visits, double expected)
    {
        var facts = Visits(visits).Concat(Enumerable.Range(0, 100).Select(_ => Facts.Activity("2026-06-01")))
            .Append(Facts.Market("2026-06-30", 100m)).Append(Facts.Market("2026-07-31", 105m));

        Assert.Equal((decimal)expected, Score(
            Parts(("a", 100m, """ "kind": "relative", "measure": "own", "against": "market", "absent": "zero", "bands": [{ "from": -1, "points": 40 }, { "from": 0, "points": 80 }] """)), facts).Total);
    }

    [Fact]
    public void Compliance_is_the_share_of_checks_kept_and_missing_input_is_no_pass()
    {
        var results = new[] { ComplianceOutcome.Pass, ComplianceOutcome.Pass, ComplianceOutcome.Warn, ComplianceOutcome.Block, ComplianceOutcome.InsufficientData, ComplianceOutcome.NotApplicable };

        var part = Assert.Single(Score(Parts(("a", 100m, """ "kind": "compliance", "absent": "zero" """)), [], results).Parts);

        Assert.Equal((50m, Quantity.Ratio(1m, 2m)), (part.Score, part.Actual));
    }

    [Fact]
    public void Compliance_is_absent_when_nothing_could_be_checked() =>
        Assert.Null(Score(Parts(("a", 100m, """ "kind": "compliance", "absent": "reweight" """)), [], ComplianceOutcome.InsufficientData).Total);

    [Fact]
    public void A_part_without_a_target_is_absent_but_shows_its_figure()
    {
        var part = Assert.Single(Score(Parts(("a", 100m, """ "kind": "attainment", "measure": "score", "absent": "reweight" """)), [Facts.Survey("2026-07-01", 9)]).Parts);

        Assert.Equal((null, Quantity.Of(9m, Unit.Score), "kpi.score-cause.no-target"), (part.Score, part.Actual, part.Reason["cause"].Text));
    }

    [Theory]
    [InlineData(99, """ "kind": "compliance", "absent": "zero" """, "kpi.score-weights")]
    [InlineData(100, """ "kind": "compliance" """, "document.missing")]
    [InlineData(100, """ "kind": "compliance", "absent": "skip" """, "document.unknown-value")]
    [InlineData(100, """ "kind": "attainments", "absent": "zero", "measure": "visits" """, "document.unknown-value")]
    [InlineData(100, """ "kind": "attainment", "absent": "zero", "measure": "visit" """, "kpi.unknown-measure")]
    [InlineData(100, """ "kind": "attainment", "absent": "zero", "measure": "visits", "maximum": 120 """, "kpi.score-points-range")]
    [InlineData(100, """ "kind": "attainment", "absent": "zero", "measure": "visits", "target": "8" """, "document.wrong-kind")]
    [InlineData(100, """ "kind": "attainment", "absent": "zero", "measure": "visits", "bands": [] """, "document.unknown-member")]
    [InlineData(100, """ "kind": "bands", "absent": "zero", "measure": "visits" """, "kpi.score-no-bands")]
    [InlineData(100, """ "kind": "bands", "absent": "zero", "measure": "visits", "bands": [] """, "kpi.score-no-bands")]
    [InlineData(100, """ "kind": "bands", "absent": "zero", "measure": "visits", "bands": [{ "from": 2, "points": 1 }, { "from": 2, "points": 2 }] """, "kpi.score-bands-order")]
    [InlineData(100, """ "kind": "bands", "absent": "zero", "measure": "visits", "bands": [{ "from": 2, "points": -1 }] """, "kpi.score-points-range")]
    [InlineData(100, """ "kind": "bands", "absent": "zero", "measure": "visits", "bands": [{ "form": 2, "from": 2, "points": 1 }] """, "document.unknown-member")]
    [InlineData(100, """ "kind": "relative", "absent": "zero", "measure": "own", "against": "visits", "bands": [{ "from": 2, "points": 1 }] """, "kpi.expression-units")]
    [InlineData(100, """ "kind": "relative", "absent": "zero", "measure": "own", "against": "markt", "bands": [{ "from": 2, "points": 1 }] """, "kpi.unknown-measure")]
    [InlineData(100, """ "kind": "relative", "absent": "zero", "measure": "own", "bands": [{ "from": 2, "points": 1 }] """, "document.missing")]
    public void A_mistake_in_the_document_is_found_at_its_place(int weight, string members, string code)
    {
        var problems = Assert.Throws<DocumentException>(() => Score(Parts(("a", weight, members)))).Problems;

        Assert.Equal((code, 2), (Assert.Single(problems).Reason.Code, problems[0].Place.Line));
    }

    private static IEnumerable<Fact> Visits(int count, string activity = "visit") => Enumerable.Range(0, count).Select(_ => Facts.Activity("2026-07-01", activity));

    private static PublishedDocument Parts(params (string Id, decimal Weight, string Members)[] parts) => Kpis.Published(
        DocumentKinds.Scorecard,
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $$"""
        { "id": "card", "version": 1, "effective": "2026-01-01/..",
          "parts": [{{string.Join(", ", parts.Select(p => string.Create(System.Globalization.CultureInfo.InvariantCulture, $$"""{ "id": "{{p.Id}}", "name": { "en": "n", "zh": "n" }, "weight": {{p.Weight}}, {{p.Members}} }""")))}}] }
        """));

    private static Scorecard Score(PublishedDocument document, IEnumerable<Fact>? facts = null, params ComplianceOutcome[] compliance) => new Scorecards().Score(
        document,
        Kpis.Open(Kpi, facts ?? []),
        new("E1"),
        Kpis.July,
        Targets,
        [.. compliance.Select(o => new ComplianceResult { Rule = "R1", Outcome = o, Date = new(2026, 7, 1), Reason = Reason.Of("x"), Facts = [] })]);
}
