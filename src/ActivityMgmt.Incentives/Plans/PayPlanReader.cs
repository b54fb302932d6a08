namespace ActivityMgmt.Incentives;

/// <summary>Reads a pay plan's document and reports everything that is wrong with it.</summary>
internal static class PayPlanReader
{
    public static PayPlan Read(PublishedDocument document, IReadOnlyList<MeasureDescription> measures)
    {
        var root = DocumentNode.Parse(document.Text, document.FileName);
        root.AllowOnly([.. DocumentHeader.Members, "currency", "jurisdiction", "rounding", "eligible", "tables", "components"]);
        DocumentHeader.Read(root);
        var names = new PlanNames(measures);
        var context = new PlanContext(names, CurrencyOf(root["currency"]), new PlanTables(root["tables"]));
        var terms = new PlanTerms(context.Currency, root["jurisdiction"].Text(otherwise: null), RoundingOf(root["rounding"]), names.Condition(root["eligible"]));
        var components = ComponentsOf(root["components"], context);
        context.Tables.ReportUnused();
        root.ThrowIfProblems();
        return new(PlanReference.Of(document), terms, components, BandThresholds.Of(components, measures));
    }

    private static List<PayComponent> ComponentsOf(DocumentNode node, PlanContext context)
    {
        if (node.IsNothing || node is { Kind: DocumentNodeKind.List, Items.Count: 0 })
        {
            node.Report(Reason.Of("pay.document.no-components"));
        }

        var components = new List<PayComponent>();
        var graph = new ComponentGraph(node.Items);
        foreach (var item in node.Items)
        {
            PayComponent component = item["kind"].OneOf("rate", "tiers", "clawback") switch
            {
                "rate" => RateDocument.Read(item, context),
                "tiers" => TiersDocument.Read(item, context, graph),
                _ => ClawbackDocument.Read(item, graph),
            };
            components.Add(component);
        }

        graph.ReportCycles(components);
        return components;
    }

    private static string CurrencyOf(DocumentNode node)
    {
        var text = node.Text();
        if (text.Length == 3 && text.All(char.IsAsciiLetterUpper))
        {
            return text;
        }

        if (node.Kind == DocumentNodeKind.Text)
        {
            node.Report(Reason.Of("pay.document.currency", ("value", text)));
        }

        return "XXX";
    }

    private static Rounding RoundingOf(DocumentNode node)
    {
        node.AllowOnly("to", "mode", "at");
        node["at"].OneOf("line");
        var mode = RoundingModes.ByCode[node["mode"].OneOf([.. RoundingModes.ByCode.Keys])];
        var to = node["to"].Exact();
        if (to > 0m)
        {
            return new(to, mode);
        }

        if (!node["to"].IsNothing)
        {
            node["to"].Report(Reason.Of("pay.document.rounding-step", ("value", to)));
        }

        return Rounding.Cents;
    }
}

/// <summary>What the readers of the component kinds share.</summary>
internal sealed record PlanContext(PlanNames Names, string Currency, PlanTables Tables)
{
    /// <summary>The members that every component has.</summary>
    public static IReadOnlyList<string> ComponentMembers { get; } = ["id", "name", "kind", "corrections"];

    /// <summary>What a later correction does; has to be said, since companies differ and neither answer is harmless.</summary>
    public static CorrectionMode CorrectionsOf(DocumentNode component)
    {
        var node = component["corrections"];
        if (node.IsNothing)
        {
            node.Report(Reason.Of("pay.document.corrections-missing"));
            return CorrectionMode.NetInCurrent;
        }

        return node.OneOf("net-in-current", "recompute-origin") == "net-in-current" ? CorrectionMode.NetInCurrent : CorrectionMode.RecomputeOrigin;
    }

    /// <summary>The component's name in both languages.</summary>
    public static ComponentName NameOf(DocumentNode component)
    {
        var node = component["name"];
        var id = component["id"].Text(otherwise: "") ?? "";
        if (node.IsNothing)
        {
            return new(id, id);
        }

        node.AllowOnly("en", "zh");
        return new(node["en"].Text(), node["zh"].Text());
    }
}
