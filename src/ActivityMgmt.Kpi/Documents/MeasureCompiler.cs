namespace ActivityMgmt.Kpi;

/// <summary>Compiles measures in the order in which they need each other, each once, and finds cycles.</summary>
internal sealed class MeasureCompiler
{
    private readonly Dictionary<string, MeasureForm> _forms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Measure?> _compiled = new(StringComparer.Ordinal);
    private readonly List<string> _compiling = [];

    public MeasureCompiler(IEnumerable<DocumentNode> measures, string currency)
    {
        foreach (var node in measures)
        {
            var id = node["id"].Text();
            if (node["id"].Kind != DocumentNodeKind.Text)
            {
                continue;
            }

            if (!ExpressionParser.IsName(id))
            {
                node["id"].Report(Reason.Of("kpi.id-form", ("value", id)));
            }
            else if (!_forms.TryAdd(id, new(id, node, currency, this)))
            {
                node["id"].Report(Reason.Of("kpi.measure-twice", ("value", id)));
            }
        }
    }

    /// <summary>The ids, in the order of the document.</summary>
    public IReadOnlyCollection<string> Ids => _forms.Keys;

    /// <summary>The measure with an id; null, and a problem at the place that asks, when there is none or it needs itself.</summary>
    public Measure? Find(string id, DocumentNode asking)
    {
        if (_compiled.TryGetValue(id, out var measure))
        {
            return measure;
        }

        if (!_forms.TryGetValue(id, out var form))
        {
            asking.Unknown("kpi.unknown-measure", id, Ids);
            return null;
        }

        var at = _compiling.IndexOf(id);
        if (at >= 0)
        {
            asking.Report(Reason.Of("kpi.cycle", ("cycle", string.Join(" → ", _compiling.Skip(at).Append(id)))));
            return null;
        }

        _compiling.Add(id);
        measure = form.Compile();
        _compiling.RemoveAt(_compiling.Count - 1);
        _compiled[id] = measure;
        return measure;
    }
}
