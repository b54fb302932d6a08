namespace ActivityMgmt.Kpi;

/// <summary>A KPI document, checked and compiled. Immutable.</summary>
internal sealed class KpiDocument
{
    private readonly Dictionary<MeasureId, Measure> _byId;

    private KpiDocument(IReadOnlyList<Measure> measures, IReadOnlyList<MeasureId> funnel)
    {
        Measures = measures;
        Funnel = funnel;
        _byId = measures.ToDictionary(m => m.Description.Id);
    }

    /// <summary>The measures, in the order of the document.</summary>
    public IReadOnlyList<Measure> Measures { get; }

    public IReadOnlyList<MeasureId> Funnel { get; }

    /// <exception cref="KeyNotFoundException">The document has no such measure.</exception>
    public Measure Find(MeasureId id) => _byId.TryGetValue(id, out var measure)
        ? measure
        : throw new KeyNotFoundException($"The KPI document has no measure '{id}'; it has {string.Join(", ", _byId.Keys)}.");

    /// <exception cref="DocumentException">The document is not valid; carries every problem found.</exception>
    public static KpiDocument Read(string text, string file)
    {
        var root = DocumentNode.Parse(text, file);
        root.AllowOnly([.. DocumentHeader.Members, "currency", "measures", "funnel"]);
        DocumentHeader.Read(root);
        var list = root["measures"];
        if (list.IsNothing || (list.Kind == DocumentNodeKind.List && list.Items.Count == 0))
        {
            (list.IsNothing ? root : list).Report(Reason.Of("kpi.no-measures"));
        }

        var compiler = new MeasureCompiler(list.Items, Currency(root["currency"]));
        var measures = compiler.Ids.Select(id => compiler.Find(id, root)).OfType<Measure>().ToArray();
        var funnel = Steps(root["funnel"], compiler);
        root.ThrowIfProblems();
        return new(measures, funnel);
    }

    private static string Currency(DocumentNode node)
    {
        var currency = node.Text();
        if (currency.Length == 3 && currency.All(char.IsAsciiLetterUpper))
        {
            return currency;
        }

        if (node.Kind == DocumentNodeKind.Text)
        {
            node.Report(Reason.Of("kpi.currency-form", ("value", currency)));
        }

        return "XXX";
    }

    private static MeasureId[] Steps(DocumentNode node, MeasureCompiler compiler)
    {
        var steps = new List<MeasureId>();
        foreach (var item in node.Items)
        {
            var id = new MeasureId(item.Name());
            if (item.Kind != DocumentNodeKind.Text || compiler.Find(id.Value, item) is not { } step)
            {
                continue;
            }

            if (steps.Contains(id))
            {
                item.Report(Reason.Of("kpi.funnel-step-twice", ("value", id.Value)));
            }
            else if (!step.Description.IsAdditive || step.Description.Unit != Unit.Count)
            {
                item.Report(Reason.Of("kpi.funnel-step-no-count", ("value", id.Value)));
            }

            steps.Add(id);
        }

        return [.. steps];
    }
}
