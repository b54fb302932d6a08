namespace ActivityMgmt.Kpi.Tests;

/// <summary>KPI documents and readings, short enough for a test.</summary>
internal static class Kpis
{
    public static readonly Subject E1 = Subject.Of(new AgentId("E1"));

    public static readonly DateInterval July = Facts.Period("2026-07-01", "2026-07-31");

    // A measure in the middle of a document: what is given, and a name.
    public static string Measure(string id, string members) => $$"""{ "id": "{{id}}", "name": { "en": "{{id}}", "zh": "{{id}}" }, {{members}} }""";

    public static PublishedDocument Document(IEnumerable<string> measures, string funnel = "") => Published(DocumentKinds.Kpis,
        $$"""
        { "id": "kpis", "version": 1, "effective": "2020-01-01/..", "currency": "CNY", "measures": [
        {{string.Join(",\n", measures)}}
        ], "funnel": [{{funnel}}] }
        """);

    public static PublishedDocument Published(string kind, string text) =>
        new() { Kind = kind, Id = "doc", Version = 1, EffectiveFrom = new(2020, 1, 1), Text = text };

    public static IReadings Open(PublishedDocument document, params IEnumerable<Fact> facts) => new KpiEngine().Open(FactBook.Of(facts), document, Calendars.Default);

    public static IReadings OpenIn(IFiscalCalendar fiscal, PublishedDocument document, params IEnumerable<Fact> facts) =>
        new KpiEngine().Open(FactBook.Of(facts), document, Calendars.Default with { Fiscal = fiscal });

    // The calendars by the names that tests use.
    public static IFiscalCalendar Fiscal(string name) => name switch
    {
        "work months" => FiscalCalendars.WorkMonths(),
        "4-4-5" => FiscalCalendars.FourFourFive(new()),
        _ => FiscalCalendars.Gregorian,
    };

    // The reading of one measure, defined on the spot, of agent E1 in July 2026.
    public static Reading Read(string members, params IEnumerable<Fact> facts) => Open(Document([Measure("m", members)]), facts).Read(new("m"), E1, July);

    public static decimal Value(Reading reading) => Assert.IsType<Reading.Measured>(reading).Value.ToDecimal();

    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));

    private static string ThisFile([System.Runtime.CompilerServices.CallerFilePath] string file = "") => file;
}
