namespace ActivityMgmt.Benchmarks;

/// <summary>The sample branch's KPIs, scorecard and compliance rules, and a target for a branch of any size.</summary>
internal static class BranchRules
{
    public static IEnumerable<PublishedDocument> For(int agents) =>
    [
        Published(DocumentKinds.Kpis, Embedded("kpis.json")),
        Published(DocumentKinds.Scorecard, Embedded("scorecard.json")),
        Published(DocumentKinds.RulePack, Embedded("compliance.json")),
        Published(DocumentKinds.Target, Target(agents)),
    ];

    // About a tenth more than the invented branch usually does, so that some agents are behind and their causes are looked for.
    private static string Target(int agents) =>
        $$"""
        {
          "id": "target", "version": 1, "effective": "2026-07-01/2026-09-30", "quarter": "2026Q3", "branch": "B01",
          "goals": [
            { "measure": "fyp", "target": {{agents * 60_000}}, "piece": 100, "historyWeight": 0.7 },
            { "measure": "cases", "target": {{agents * 4}}, "piece": 1, "historyWeight": 0.6 }
          ],
          "history": { "quarters": 2 },
          "benchmarks": {
            "perLastStep": { "fyp": 15000, "cases": 1 }, "conversions": { "interviews": 0.6, "proposals": 0.55, "cases": 0.33 }, "minimumSample": 10, "capacityPerDay": 4
          },
          "smart": { "tooHardBelow": 0.2, "tooEasyAbove": 0.9 }
        }
        """;

    private static PublishedDocument Published(string kind, string text) => new() { Kind = kind, Id = kind, Version = 1, EffectiveFrom = new(2026, 1, 1), Text = text };

    private static string Embedded(string name)
    {
        using var reader = new StreamReader(typeof(BranchRules).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
