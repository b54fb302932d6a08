using ActivityMgmt.Domain;
using NodaTime;

namespace ThirtyLines;

/// <summary>Stands for the host's CRM: one agent, one customer, one policy, and the rules of the sample branch.</summary>
internal sealed class Crm(string documents)
{
    private static readonly (string File, string Kind)[] Rules =
        [("kpis.json", DocumentKinds.Kpis), ("target.json", DocumentKinds.Target), ("pay-plan.json", DocumentKinds.PayPlan)];

    public AgentId Agent { get; } = new("E1");

    public IReadOnlyDictionary<string, string> Names { get; } = new Dictionary<string, string> { ["E1"] = "Li Lei" };

    /// <summary>The documents of the sample branch, found from the built program upwards.</summary>
    public static string SampleDocuments
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!Directory.Exists(Path.Combine(folder.FullName, "samples")))
            {
                folder = folder.Parent ?? throw new DirectoryNotFoundException("Name the folder with kpis.json, target.json and pay-plan.json as the first argument.");
            }

            return Path.Combine(folder.FullName, "samples", "BranchQuarter", "data", "documents");
        }
    }

    public IEnumerable<PublishedDocument> Documents() => Rules.Select(rule =>
    {
        var text = File.ReadAllText(Path.Combine(documents, rule.File));
        var node = DocumentNode.Parse(text, rule.File);
        var header = DocumentHeader.Read(node);
        node.ThrowIfProblems();
        return header.ToPublished(rule.Kind, text);
    });

    public FactDelivery Changes() => new()
    {
        Name = "2026-08-09",
        DeliveredOn = new(2026, 8, 9),
        Source = "crm",
        Names = [new(FactKind.Agent, "E1", "Li Lei")],
        Facts =
        [
            new(new AgentFact { Origin = new("crm", "E1"), Date = new(2024, 3, 1), Agent = Agent }),
            new(new LicenceFact { Origin = new("crm", "E1/2024-03-01"), Date = new(2024, 3, 1), Agent = Agent }),
            new(new AssignmentFact { Origin = new("crm", "OH1"), Date = new(2024, 3, 1), Agent = Agent, Team = new("T01"), Rank = "A2" }),
            new(new CustomerFact { Origin = new("crm", "C1"), Date = new(2026, 7, 1), Customer = new("C1"), Owner = Agent, TimeZone = "Asia/Shanghai" }),
            new(new PolicyFact
            {
                Origin = new("crm", "P1"), Date = new(2026, 7, 6), Policy = new("P1"), Agent = Agent, Customer = new("C1"), Product = "WL20", PaymentYears = 20,
                AnnualPremium = Money.Of(12_000m, "CNY"), IssuedOn = new LocalDate(2026, 7, 8), EffectiveOn = new LocalDate(2026, 7, 9),
            }),
            new(new PremiumFact
            {
                Origin = new("crm", "R1"), Date = new(2026, 7, 8), Policy = new("P1"), Premium = PremiumKind.Collected, PolicyYear = 1, Amount = Money.Of(12_000m, "CNY"),
            }),
            new(new PolicyEventFact { Origin = new("crm", "V1"), Date = new(2026, 7, 15), Policy = new("P1"), Event = PolicyEventKind.CallbackPassed }),
        ],
    };
}
