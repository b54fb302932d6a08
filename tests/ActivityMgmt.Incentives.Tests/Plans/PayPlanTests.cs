namespace ActivityMgmt.Incentives.Tests.PayPlans;

public class PayPlanTests
{
    private static readonly TestReadings Readings = TestReadings.Over(Some.Book()).Stating("hours", 1m, Unit.Hours);

    [Fact]
    public void Reads_a_whole_plan()
    {
        var plan = Readings.Read(Plans.Whole());

        Assert.Equal(["commission", "clawback", "bonus"], plan.ComponentIds);
        Assert.Equal(("CNY", "CN", Rounding.Cents), (plan.Currency, plan.Jurisdiction, plan.Rounding));
    }

    [Theory]
    // What is written in the right plan, what is written instead, the code, and where.
    [InlineData("'where': 'policyYear == 1'", "'where': 'policyYeer == 1'", "kpi.expression-unknown-name", 13)]
    [InlineData("'kind': 'rate'", "'kind': 'rates'", "document.unknown-value", 12)]
    [InlineData("'countedOn': 'callback-passed'", "'countedOn': 'callback'", "document.unknown-value", 13)]
    [InlineData("'countedOn': 'callback-passed', ", "", "document.missing", 12)]
    [InlineData("'gates': ['licence-valid']", "'gates': ['licence']", "document.unknown-value", 14)]
    [InlineData("'table': 'fyc', 'by'", "'table': 'fyk', 'by'", "pay.document.unknown-table", 15)]
    [InlineData("'by': ['product', 'paymentYears']", "'by': ['product']", "pay.document.key-not-used", 6)]
    [InlineData("'by': ['product', 'paymentYears']", "'by': []", "pay.document.no-keys", 15)]
    [InlineData("'rate': 0.28", "'rate': 28", "pay.document.out-of-range", 6)]
    [InlineData("'product': 'CI20'", "'product': 'WL20', 'paymentYears': 20", "pay.document.row-twice", 7)]
    [InlineData("'id': 'clawback'", "'id': 'commission'", "pay.document.component-twice", 17)]
    [InlineData("'of': 'commission'", "'of': 'comission'", "pay.document.unknown-component", 17)]
    [InlineData("'of': 'commission'", "'of': 'bonus'", "pay.document.component-kind", 17)]
    [InlineData("'on': ['lapsed']", "'on': ['laps']", "document.unknown-value", 18)]
    [InlineData("'on': ['lapsed']", "'on': []", "pay.document.no-events", 18)]
    [InlineData("'share': 0.5", "'share': 50", "pay.document.out-of-range", 19)]
    [InlineData("'components': ['commission', 'clawback']", "'components': ['commission', 'bonus']", "pay.document.cycle", 21)]
    [InlineData("'bounds': '[a,b)', 'gap': 'refuse', 'corrections'", "'gap': 'refuse', 'corrections'", "pay.document.bounds-missing", 21)]
    [InlineData("'gap': 'refuse', 'corrections'", "'corrections'", "pay.document.gap-missing", 21)]
    [InlineData("'corrections': 'net-in-current',\n    'bands'", "'bands'", "pay.document.corrections-missing", 21)]
    [InlineData("{ 'from': 3000, 'rate': 0.15 }", "{ 'from': 500, 'rate': 0.15 }", "pay.document.bands-order", 24)]
    [InlineData("{ 'from': 1000, 'rate': 0.10 }", "{ 'from': 1000, 'to': 4000, 'rate': 0.10 }", "pay.document.bands-overlap", 24)]
    [InlineData("{ 'from': 1000, 'rate': 0.10 }", "{ 'from': 1000, 'to': 2000, 'rate': 0.10 }", "pay.document.bands-gap", 24)]
    [InlineData("{ 'from': 1000, 'rate': 0.10 }", "{ 'from': 3000, 'rate': 0.10 }", "pay.document.band-unreachable", 24)]
    [InlineData("{ 'from': 1000, 'rate': 0.10 }", "{ 'from': 1000, 'amount': 100 }", "pay.document.rate-or-amount", 24)]
    [InlineData("'shape': 'slab'", "'shape': 'interpolated'", "pay.document.interpolated-needs-amounts", 24)]
    [InlineData("'on': { 'components': ['commission', 'clawback'] }", "'measure': 'hours'", "pay.document.unit", 21)]
    [InlineData("'on': { 'components': ['commission', 'clawback'] }", "'measure': 'fyq'", "pay.document.unknown-measure", 21)]
    [InlineData("'on': { 'components': ['commission', 'clawback'] }, ", "", "pay.document.measure-or-components", 21)]
    [InlineData("'scope': 'period-retroactive'", "'scope': 'deal'", "document.unknown-value", 22)]
    [InlineData("'by': 'persistency-13m'", "'by': 'persistency-13'", "pay.document.unknown-measure", 25)]
    [InlineData("'from': 0.75, 'factor'", "'from': 75, 'factor'", "pay.document.ratio-limit", 9)]
    [InlineData("'when': 'cases >= 2'", "'when': 'case >= 2'", "kpi.expression-unknown-name", 25)]
    [InlineData("'when': 'cases >= 2'", "'when': 'cases + 2'", "kpi.expression-type", 25)]
    [InlineData("'currency': 'CNY'", "'currency': 'yuan'", "pay.document.currency", 1)]
    [InlineData("'to': 0.01", "'to': 0", "pay.document.rounding-step", 2)]
    [InlineData("'version': 3", "'version': 0", "document.version-from-1", 1)]
    [InlineData("'2026-01-01/..'", "'2026-13-01/..'", "document.effective-form", 1)]
    [InlineData("'eligible': \"rank in ['A1', 'A2']\"", "'eligible': \"rang in ['A1', 'A2']\"", "kpi.expression-unknown-name", 3)]
    [InlineData("'id': 'bonus'", "'id': 'the bonus'", "pay.document.component-id", 21)]
    [InlineData("'kind': 'tiers'", "'kind': 'tiers', 'cap': 1", "document.unknown-member", 21)]
    [InlineData("'times': { 'table': 'persistency', 'by': 'persistency-13m' }, ", "", "pay.document.unused-table", 8)]
    public void Says_what_is_wrong_and_where(string right, string wrong, string code, int line)
    {
        var text = Quoted(Right);
        right = Quoted(right);
        Assert.Contains(right, text, StringComparison.Ordinal);

        var refused = Assert.Throws<DocumentException>(() => Readings.Read(Plans.Text(text.Replace(right, Quoted(wrong), StringComparison.Ordinal))));

        var problem = refused.Problems.FirstOrDefault(p => p.Reason.Code == code);
        Assert.True(problem is not null, $"Expected {code}, found {refused.Message}");
        Assert.Equal(line, problem.Place.Line);
        Assert.True(problem.Place.Column > 1 || line == 1);
    }

    [Fact]
    public void The_right_plan_of_the_table_is_right() =>
        Assert.Equal(3, Readings.Read(Plans.Text(Quoted(Right))).ComponentIds.Count);

    [Fact]
    public void Lists_every_problem_at_once()
    {
        var text = Quoted(Right).Replace("\"rate\": 0.28", "\"rate\": 28", StringComparison.Ordinal).Replace("cases >= 2", "case >= 2", StringComparison.Ordinal);

        var codes = Assert.Throws<DocumentException>(() => Readings.Read(Plans.Text(text))).Problems.Select(p => p.Reason.Code);

        Assert.Equal(["pay.document.out-of-range", "kpi.expression-unknown-name"], codes.Take(2));
    }

    // Single quotes stand for double ones; those inside the condition stay.
    private static string Quoted(string text) => text.Replace('\'', '"').Replace("[\"A1\", \"A2\"]\"", "['A1', 'A2']\"", StringComparison.Ordinal);

    private const string Right = """
        { 'id': 'test-plan', 'version': 3, 'effective': '2026-01-01/..', 'currency': 'CNY',
          'rounding': { 'to': 0.01, 'mode': 'half-away-from-zero', 'at': 'line' },
          'eligible': "rank in ['A1', 'A2']",
          'tables': {
            'fyc': { 'rows': [
              { 'product': 'WL20', 'paymentYears': 20, 'rate': 0.28 },
              { 'product': 'CI20', 'rate': 0.30 } ] },
            'persistency': { 'bounds': '[a,b)', 'gap': 'refuse', 'bands': [
              { 'from': 0, 'factor': 0 }, { 'from': 0.75, 'factor': 0.8 } ] }
          },
          'components': [
          { 'id': 'commission', 'kind': 'rate', 'on': 'premium-collected', 'corrections': 'net-in-current',
            'where': 'policyYear == 1', 'countedOn': 'callback-passed', 
            'gates': ['licence-valid'],
            'rate': { 'table': 'fyc', 'by': ['product', 'paymentYears'] } },

          { 'id': 'clawback', 'kind': 'clawback', 'of': 'commission', 'corrections': 'net-in-current',
            'on': ['lapsed'], 'schedule': { 'bounds': '[a,b)', 'gap': 'zero', 'bands': [
            { 'from': 0, 'to': 12, 'share': 0.5 } ] } },

          { 'id': 'bonus', 'kind': 'tiers', 'on': { 'components': ['commission', 'clawback'] }, 
            'scope': 'period-retroactive', 'shape': 'slab',
            'bounds': '[a,b)', 'gap': 'refuse', 'corrections': 'net-in-current',
            'bands': [ { 'from': 0, 'rate': 0 }, { 'from': 1000, 'rate': 0.10 }, { 'from': 3000, 'rate': 0.15 } ],
            'times': { 'table': 'persistency', 'by': 'persistency-13m' }, 'when': 'cases >= 2' }
          ] }
        """;

    [Theory]
    [InlineData("period-retroactive", """{ "from": 0, "amount": 0 }, { "from": 3, "amount": 500 }, { "from": 6, "amount": 900 }""", "t/3=3, t/6=6")]
    [InlineData("period-retroactive", """{ "from": 3, "to": 5, "amount": 500 }, { "from": 6, "to": 7, "amount": 400 }, { "from": 7, "amount": 300 }""", "t/3=3, t/6=6")] // 7 gives less than 6
    [InlineData("period-incremental", """{ "from": 0, "amount": 0 }, { "from": 3, "amount": 500 }""", "")] // of the year
    public void Thresholds_are_where_a_band_gives_more_than_what_lies_below(string scope, string bands, string expected)
    {
        var plan = new TestReadings(Some.Book()).Stating("cases", 1m, Unit.Count).Read(Plans.Document($$"""
            { "id": "t", "kind": "tiers", "measure": "cases", "scope": "{{scope}}", "shape": "slab", "bounds": "[a,b)", "gap": "zero", "corrections": "net-in-current", "bands": [ {{bands}} ] }
            """));

        Assert.Equal(expected, string.Join(", ", plan.Thresholds.Select(t => $"{t.Name}={t.Value.ToDecimal():0}")));
        Assert.All(plan.Thresholds, t => Assert.Equal((new MeasureId("cases"), Unit.Count), (t.Measure, t.Value.Unit)));
    }

    [Fact]
    public void Bands_of_other_components_are_no_thresholds_and_those_of_a_factor_are() =>
        Assert.Equal(["bonus/persistency/0.75", "bonus/persistency/0.85"], TestReadings.Over(Some.Book()).Read(Plans.Whole()).Thresholds.Select(t => t.Name));
}
