namespace ActivityMgmt.Kpi.Tests;

public class RatioTests
{
    // A3 of the worked examples: dials 125, reached 40, set 12, kept 8.
    [Theory]
    [InlineData("reached", "dials", 8, 25)]
    [InlineData("set", "reached", 3, 10)]
    [InlineData("kept", "set", 2, 3)]
    public void Gives_the_exact_ratios_of_a_published_week(string numerator, string denominator, int part, int whole)
    {
        var steps = new Dictionary<string, int> { ["dials"] = 125, ["reached"] = 40, ["set"] = 12, ["kept"] = 8 };
        var facts = steps.SelectMany(s => Enumerable.Range(0, s.Value).Select(_ => Facts.Activity("2026-07-01", s.Key)));

        Assert.Equal(Quantity.Ratio(part, whole), Assert.IsType<Reading.Measured>(Read(numerator, denominator, "", facts)).Value);
    }

    [Fact]
    public void Has_no_data_when_the_denominator_is_zero_and_names_what_it_looked_at()
    {
        var kept = Facts.Activity("2026-07-01", "kept");

        var reading = Assert.IsType<Reading.NoData>(Read("kept", "set", "", [kept]));

        Assert.Equal("kpi.zero-denominator", reading.Reason.Code);
        Assert.Equal([kept.Reference], reading.Evidence.Facts);
    }

    [Fact]
    public void Is_zero_for_a_zero_denominator_where_that_is_declared() =>
        Assert.Equal(0m, Kpis.Value(Read("kept", "set", ", \"whenDenominatorIsZero\": \"zero\"", [])));

    [Fact]
    public void Is_zero_when_only_the_numerator_is_zero() =>
        Assert.Equal(0m, Kpis.Value(Read("kept", "set", "", [Facts.Activity("2026-07-01", "set")])));

    [Fact]
    public void Is_absent_when_a_part_is_absent_unless_that_counts_as_zero()
    {
        string[] measures =
        [
            Kpis.Measure("score", """ "kind": "average", "facts": "feedback", "of": "score" """),
            Kpis.Measure("calls", """ "kind": "count", "facts": "activity" """),
            Kpis.Measure("strict", """ "kind": "ratio", "numerator": "score", "denominator": "calls" """),
            Kpis.Measure("lenient", """ "kind": "ratio", "numerator": "score", "denominator": "calls", "whenPartIsAbsent": "zero" """),
        ];
        var readings = Kpis.Open(Kpis.Document(measures), Facts.Activity("2026-07-01"));

        Assert.Equal("kpi.part-absent", Assert.IsType<Reading.NoData>(readings.Read(new("strict"), Kpis.E1, Kpis.July)).Reason.Code);
        Assert.Equal(0m, Kpis.Value(readings.Read(new("lenient"), Kpis.E1, Kpis.July)));
    }

    private static Reading Read(string numerator, string denominator, string more, IEnumerable<Fact> facts) => Kpis.Open(
        Kpis.Document(
        [
            .. new[] { "dials", "reached", "set", "kept" }.Select(s => Kpis.Measure(s, $$""" "kind": "count", "facts": "activity", "where": "activity == '{{s}}'" """)),
            Kpis.Measure("ratio", $$""" "kind": "ratio", "numerator": "{{numerator}}", "denominator": "{{denominator}}"{{more}} """),
        ]),
        facts).Read(new("ratio"), Kpis.E1, Kpis.July);
}
