using System.Globalization;
using ActivityMgmt.Domain;
using ActivityMgmt.Import;
using ActivityMgmt.Incentives;
using NodaTime;

namespace FirstDay;

/// <summary>The CRM that is there already, and the pay system beside it. The sample only reads them.</summary>
internal sealed class ForeignCrm(string data, string oldPay)
{
    /// <summary>What the CRM exported, as deliveries of facts.</summary>
    public ImportResult Read() => CrmFolder.Read(Path.Combine(data, "exports"), MappingDocument.Load(Path.Combine(data, "mapping.json")), KnownReferences.From(FactBook.Of([])));

    /// <summary>A rule document of the company.</summary>
    public PublishedDocument Document(string file, string kind)
    {
        var text = File.ReadAllText(Path.Combine(data, "documents", file));
        var node = DocumentNode.Parse(text, file);
        var header = DocumentHeader.Read(node);
        node.ThrowIfProblems();
        return header.ToPublished(kind, text);
    }

    /// <summary>What the old system paid for the third quarter: agent, component, amount.</summary>
    public IReadOnlyList<OldSystemAmount> OldPay() =>
    [
        .. File.ReadLines(oldPay).Skip(1).Select((line, i) => line.Split(',') is [var agent, var component, var amount]
            ? new OldSystemAmount(new(agent), component, Money.Of(decimal.Parse(amount, CultureInfo.InvariantCulture), "CNY"))
            : throw new FormatException($"{Path.GetFileName(oldPay)}({i + 2}): expected agent,component,amount; found '{line}'.")),
    ];

    /// <summary>A policy of 2024 that is given up in October 2026.</summary>
    public static IReadOnlyList<Fact> Surrendered(string policy, AgentId agent) =>
    [
        new PolicyFact
        {
            Origin = new("what-if", policy), Date = new(2024, 11, 20), Policy = new(policy), Agent = agent, Product = "WL20", PaymentYears = 20,
            AnnualPremium = Money.Of(6_000m, "CNY"), IssuedOn = new LocalDate(2024, 11, 28), EffectiveOn = new LocalDate(2024, 12, 1),
        },
        new PolicyEventFact { Origin = new("what-if", policy + "-S"), Date = new(2026, 10, 20), Policy = new(policy), Event = PolicyEventKind.Surrendered },
    ];
}
