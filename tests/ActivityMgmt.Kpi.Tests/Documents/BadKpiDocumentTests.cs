namespace ActivityMgmt.Kpi.Tests;

/// <summary>Every mistake is found at its place. The measure under test stands in line 2 of the document and begins in column 1.</summary>
public class BadKpiDocumentTests
{
    private const string Calls = """{ "id": "calls", "name": { "en": "c", "zh": "c" }, "kind": "count", "facts": "activity" }""";
    private const string Fyp = """{ "id": "fyp", "name": { "en": "f", "zh": "f" }, "kind": "sum", "facts": "premium", "countedOn": "collected", "gates": [], "of": "amount" }""";
    private const string Start = """{ "id": "m", "name": { "en": "m", "zh": "m" }, """;

    [Theory]
    [InlineData(""" "kind": "count", "facts": "activity", "where": "activty == 'call'" """, "activty", "kpi.expression-unknown-name")]
    [InlineData(""" "kind": "count", "facts": "activity", "where": "activity = 'call'" """, "= 'call'", "kpi.expression-character")]
    [InlineData(""" "kind": "count", "facts": "activity", "where": "minutes" """, "minutes", "kpi.expression-type")]
    [InlineData(""" "kind": "count", "facts": "policy-event", "where": "event == 'cancelled'" """, "'cancelled'", "kpi.expression-unknown-value")]
    [InlineData(""" "kind": "count", "facts": "activities" """, "\"activities\"", "document.unknown-value")]
    [InlineData(""" "kind": "cuont", "facts": "activity" """, "\"cuont\"", "document.unknown-value")]
    [InlineData(""" "kind": "count", "facts": "activity", "wher": "true" """, "\"true\"", "document.unknown-member")]
    [InlineData(""" "kind": "count", "facts": "activity", "where": 5 """, "5", "document.wrong-kind")]
    [InlineData(""" "kind": "count", "facts": "activity", "countedOn": "issued" """, "\"issued\"", "kpi.counted-on-policies-only")]
    [InlineData(""" "kind": "count", "facts": "policy", "gates": [] """, "{", "kpi.counted-on-missing")]
    [InlineData(""" "kind": "count", "facts": "policy", "countedOn": "issued" """, "{", "kpi.gates-missing")]
    [InlineData(""" "kind": "sum", "facts": "premium", "of": "amount", "gates": [] """, "{", "kpi.counted-on-missing")]
    [InlineData(""" "kind": "sum", "facts": "premium", "of": "amount", "countedOn": "collected" """, "{", "kpi.gates-missing")]
    [InlineData(""" "kind": "count", "facts": "policy", "countedOn": "issued", "gates": ["callback"] """, "\"callback\"", "document.unknown-value")]
    [InlineData(""" "kind": "count", "facts": "policy-event", "gates": [] """, "[]", "kpi.gates-policies-only")]
    [InlineData(""" "kind": "count", "facts": "activity", "shares": true """, "true", "kpi.shares-policies-only")]
    [InlineData(""" "kind": "count", "facts": "activity", "unit": "CNY" """, "\"CNY\"", "kpi.unit-differs")]
    [InlineData(""" "kind": "count", "facts": "activity", "unit": "counts" """, "\"counts\"", "kpi.unknown-unit")]
    [InlineData(""" "kind": "sum", "facts": "activity", "of": "minute" """, "\"minute\"", "kpi.unknown-field")]
    [InlineData(""" "kind": "sum", "facts": "activity", "of": "channel" """, "\"channel\"", "kpi.field-is-no-number")]
    [InlineData(""" "kind": "active-days", "facts": "activity", "atLeast": 0 """, "0", "kpi.at-least-1")]
    [InlineData(""" "kind": "ratio", "numerator": "call", "denominator": "calls" """, "\"call\"", "kpi.unknown-measure")]
    [InlineData(""" "kind": "ratio", "numerator": "calls", "denominator": "fyp" """, "\"fyp\"", "kpi.expression-units")]
    [InlineData(""" "kind": "ratio", "numerator": "calls", "denominator": "m" """, "\"m\" }", "kpi.cycle")]
    [InlineData(""" "kind": "derived", "formula": "fyp + calls" """, "+ calls", "kpi.expression-units")]
    [InlineData(""" "kind": "derived", "formula": "fyp + cals" """, "cals\"", "kpi.expression-unknown-name")]
    [InlineData(""" "kind": "derived", "formula": "fyp / calls" """, "\"fyp /", "kpi.derived-divides")]
    [InlineData(""" "kind": "derived", "formula": "1 + 1" """, "\"1 +", "kpi.derived-of-nothing")]
    [InlineData(""" "kind": "derived", "formula": "calls > 1" """, "> 1", "kpi.expression-type")]
    [InlineData(""" "kind": "persistency", "months": 12, "graceDays": 60, "basis": "count" """, "12", "kpi.persistency-months")]
    [InlineData(""" "kind": "persistency", "months": 13, "graceDays": 60, "graceMonths": 2, "basis": "count" """, "2, \"basis", "kpi.persistency-grace")]
    [InlineData(""" "kind": "persistency", "months": 13, "graceDays": -1, "basis": "count" """, "-1", "kpi.not-negative")]
    [InlineData(""" "kind": "percentile", "facts": "activity", "of": "minutes", "percent": 0 """, "0", "kpi.percent-range")]
    [InlineData(""" "kind": "percentile", "facts": "activity", "of": "minutes", "percent": 100.5 """, "100.5", "kpi.percent-range")]
    [InlineData(""" "kind": "minimum", "facts": "activity", "of": "channel" """, "\"channel\"", "kpi.field-is-no-number")]
    [InlineData(""" "kind": "rolling", "of": "calls" """, "{", "kpi.rolling-over")]
    [InlineData(""" "kind": "rolling", "of": "calls", "days": 7, "months": 1 """, "1", "kpi.rolling-over")]
    [InlineData(""" "kind": "rolling", "of": "calls", "days": 0 """, "0", "kpi.at-least-1")]
    [InlineData(""" "kind": "earlier", "of": "calls", "by": "year-before", "times": 0 """, "0", "kpi.at-least-1")]
    [InlineData(""" "kind": "to-date", "of": "calls", "since": "decade" """, "\"decade\"", "document.unknown-value")]
    [InlineData(""" "kind": "to-date", "of": "cals", "since": "year" """, "\"cals\"", "kpi.unknown-measure")]
    [InlineData(""" "kind": "to-date", "of": "m", "since": "year" """, "\"m\"", "kpi.cycle")]
    [InlineData(""" "kind": "headcount", "on": "closing", "where": "minutes > 3" """, "minutes", "kpi.expression-unknown-name")]
    [InlineData(""" "kind": "retention", "months": 0 """, "0", "kpi.at-least-1")]
    [InlineData(""" "kind": "conversion", "from": { "facts": "activity" }, "to": { "facts": "activity" }, "by": "rank", "withinDays": 1, "gives": "rate" """, "\"rank\"", "kpi.conversion-field")]
    [InlineData(""" "kind": "conversion", "from": { "facts": "activity", "of": "minutes" }, "to": { "facts": "activity" }, "by": "customer", "withinDays": 1, "gives": "rate" """, "\"minutes\"", "document.unknown-member")]
    [InlineData(""" "kind": "conversion", "from": { "facts": "activity" }, "to": { "facts": "activity" }, "by": "customer", "withinDays": -1, "gives": "rate" """, "-1", "kpi.not-negative")]
    [InlineData(""" "kind": "growth", "of": "calls", "indicator": "x" """, "\"calls\"", "kpi.growth-of-two")]
    [InlineData(""" "kind": "growth", "of": "calls", "against": "last-year" """, "\"last-year\"", "document.unknown-value")]
    public void A_mistake_in_a_measure_is_found_at_its_place(string members, string at, string code)
    {
        var measure = Start + members.Trim() + " }";

        AssertProblem($"{Calls}, {Fyp}", measure, "", 3, Column(measure, members.Trim(), at), code);
    }

    [Theory]
    [InlineData(""" { "id": "calls", "name": { "en": "c", "zh": "c" }, "kind": "count", "facts": "activity" } """, "\"calls\"", "kpi.measure-twice")]
    [InlineData(""" { "id": "3 calls", "name": { "en": "c", "zh": "c" }, "kind": "count", "facts": "activity" } """, "\"3 calls\"", "kpi.id-form")]
    [InlineData(""" { "id": "and", "name": { "en": "c", "zh": "c" }, "kind": "count", "facts": "activity" } """, "\"and\"", "kpi.id-form")]
    [InlineData(""" { "id": "m", "name": { "en": "c" }, "kind": "count", "facts": "activity" } """, "{ \"en\"", "document.missing")]
    [InlineData(""" { "id": "m", "name": { "en": "c", "zh": "c", "de": "c" }, "kind": "count", "facts": "activity" } """, "\"c\" }, \"kind\"", "document.unknown-member")]
    public void A_mistake_in_the_common_members_is_found_at_its_place(string measure, string at, string code) =>
        AssertProblem(Calls, measure.Trim(), "", 3, measure.Trim().IndexOf(at, StringComparison.Ordinal) + 1, code);

    [Theory]
    [InlineData("\"call\"", 12, "kpi.unknown-measure")]
    [InlineData("\"calls\", \"calls\"", 21, "kpi.funnel-step-twice")]
    [InlineData("\"fyp\"", 12, "kpi.funnel-step-no-count")]
    public void A_mistake_in_the_funnel_is_found_at_its_place(string funnel, int column, string code) =>
        AssertProblem(Calls, Fyp, funnel, 4, column, code);

    [Fact]
    public void All_mistakes_are_reported_at_once_in_the_order_of_the_document()
    {
        var text = """
            { "id": "", "version": 0, "effective": "2026", "currency": "yuan", "funel": [],
              "measures": [] }
            """;

        var problems = Problems(text);

        Assert.Equal(
            ["document.empty-id", "document.version-from-1", "document.effective-form", "kpi.currency-form", "document.unknown-member", "kpi.no-measures"],
            problems.Select(p => p.Reason.Code));
        Assert.Equal([1, 1, 1, 1, 1, 2], problems.Select(p => p.Place.Line));
    }

    [Fact]
    public void A_cycle_is_shown_as_a_path()
    {
        var problem = Assert.Single(Problems(Text(
            """{ "id": "a", "name": { "en": "a", "zh": "a" }, "kind": "derived", "formula": "b" }""",
            """{ "id": "b", "name": { "en": "b", "zh": "b" }, "kind": "growth", "of": "a" }""",
            "")));

        Assert.Equal("a → b → a", problem.Reason["cycle"].Text);
    }

    private static int Column(string measure, string members, string at) =>
        (at == "{" ? 0 : measure.IndexOf(members, StringComparison.Ordinal) + members.LastIndexOf(at, StringComparison.Ordinal) is var c && c >= measure.IndexOf(members, StringComparison.Ordinal)
            ? c
            : measure.LastIndexOf(at, StringComparison.Ordinal)) + 1;

    private static string Text(string first, string second, string funnel) => $$"""
        { "id": "k", "version": 1, "effective": "2026-01-01/..", "currency": "CNY", "measures": [
        {{first}},
        {{second}} ],
        "funnel": [{{funnel}}] }
        """;

    private static void AssertProblem(string first, string second, string funnel, int line, int column, string code)
    {
        var problem = Assert.Single(Problems(Text(first, second, funnel)));

        Assert.Equal((code, line, column), (problem.Reason.Code, problem.Place.Line, problem.Place.Column));
        Assert.StartsWith("$.", problem.Place.Path, StringComparison.Ordinal);
    }

    private static IReadOnlyList<DocumentProblem> Problems(string text) =>
        Assert.Throws<DocumentException>(() => new KpiEngine().Open(FactBook.Of([]), Kpis.Published(DocumentKinds.Kpis, text), Calendars.Default)).Problems;
}
