namespace ActivityMgmt.Incentives.Tests;

/// <summary>Plan documents.</summary>
internal static class Plans
{
    public const string Commission = """
        { "id": "commission", "kind": "rate", "on": "premium-collected", "where": "policyYear == 1", "countedOn": "callback-passed", "gates": ["licence-valid"],
          "corrections": "net-in-current", "rate": { "table": "rates", "by": ["product", "paymentYears"] } }
        """;

    public const string Clawback = """
        { "id": "clawback", "kind": "clawback", "of": "commission", "on": ["cancelled-in-cooling-off", "lapsed", "surrendered"], "corrections": "net-in-current",
          "schedule": { "bounds": "[a,b)", "gap": "zero", "bands": [ { "from": 0, "share": 1 }, { "from": 6, "to": 12, "share": 0.5 } ] } }
        """;

    public const string Bonus = """
        { "id": "bonus", "kind": "tiers", "on": { "components": ["commission", "clawback"] }, "scope": "period-retroactive", "shape": "slab", "bounds": "[a,b)", "gap": "refuse",
          "corrections": "net-in-current",
          "bands": [ { "from": 0, "rate": 0 }, { "from": 1000, "rate": 0.10 }, { "from": 3000, "rate": 0.15 } ],
          "times": { "table": "persistency", "by": "persistency-13m" }, "when": "cases >= 2" }
        """;

    public const string Tables = """
        "rates": { "rows": [ { "product": "WL20", "paymentYears": 20, "rate": 0.28 }, { "product": "CI20", "rate": 0.30 }, { "paymentYears": 1, "rate": 0.05 } ] },
        "persistency": { "bounds": "[a,b)", "gap": "refuse", "bands": [ { "from": 0, "factor": 0 }, { "from": 0.75, "factor": 0.8 }, { "from": 0.85, "factor": 1 } ] }
        """;

    public static PublishedDocument Document(string components, string tables = "", string eligible = "", int version = 1) => Text(
        $$"""
        { "id": "test-plan", "version": {{version}}, "effective": "2026-01-01/..", "currency": "CNY", "jurisdiction": "CN",
          "rounding": { "to": 0.01, "mode": "half-away-from-zero", "at": "line" },
          {{(eligible.Length == 0 ? "" : $"\"eligible\": \"{eligible}\",")}}
          "tables": { {{tables}} },
          "components": [ {{components}} ] }
        """);

    public static PublishedDocument Text(string text, string kind = DocumentKinds.PayPlan) =>
        new() { Kind = kind, Id = "test-plan", Version = 1, EffectiveFrom = new(2026, 1, 1), Text = text };

    public static PayPlan Read(this TestReadings readings, PublishedDocument document) => PayPlan.Read(document, readings.Measures);

    /// <summary>The statement of the usual agent for the usual quarter.</summary>
    public static Statement Pay(this TestReadings readings, PublishedDocument document, Quarter? period = null, PayOpening? opening = null) =>
        new PayCalculation(readings, readings.Read(document), FiscalCalendars.Gregorian).Calculate(Some.Agent, period ?? Some.Q3, opening);

    /// <summary>All three kinds of component.</summary>
    public static PublishedDocument Whole(string eligible = "rank in ['A1', 'A2']") => Document($"{Commission}, {Clawback}, {Bonus}", Tables, eligible);
}
