namespace ActivityMgmt.Incentives;

/// <summary>The components of a document by id, while it is read: which there are, and which reads which.</summary>
internal sealed class ComponentGraph
{
    private readonly Dictionary<string, DocumentNode> _nodes = new(StringComparer.Ordinal);

    public ComponentGraph(IReadOnlyList<DocumentNode> components)
    {
        foreach (var component in components)
        {
            var id = component["id"].Text();
            if (component["id"].Kind != DocumentNodeKind.Text)
            {
                continue;
            }

            if (id.Length == 0 || id.Any(c => !char.IsLetterOrDigit(c) && c is not '-' and not '_'))
            {
                component["id"].Report(Reason.Of("pay.document.component-id", ("value", id)));
            }
            else if (!_nodes.TryAdd(id, component))
            {
                component["id"].Report(Reason.Of("pay.document.component-twice", ("value", id), ("line", _nodes[id].Place.Line)));
            }
        }
    }

    /// <summary>The component that a node names; reports an unknown one, and one that isn't of the needed kind.</summary>
    public string Named(DocumentNode node, string? kind = null)
    {
        var id = node.Text();
        if (node.Kind != DocumentNodeKind.Text)
        {
            return id;
        }

        if (!_nodes.TryGetValue(id, out var component))
        {
            node.Unknown("pay.document.unknown-component", id, _nodes.Keys);
        }
        else if (kind is not null && component["kind"] is { Kind: DocumentNodeKind.Text } found && found.Text() != kind)
        {
            node.Report(Reason.Of("pay.document.component-kind", ("value", id), ("expected", kind), ("found", found.Text())));
        }

        return id;
    }

    /// <summary>Reports each component that needs its own result, over whichever others.</summary>
    public void ReportCycles(IReadOnlyList<PayComponent> components)
    {
        var byId = components.DistinctBy(c => c.Id).ToDictionary(c => c.Id, StringComparer.Ordinal);
        foreach (var component in components.Where(c => _nodes.ContainsKey(c.Id)))
        {
            if (PathBack(component.Id, component.Id, byId, []) is { } path)
            {
                _nodes[component.Id].Report(Reason.Of("pay.document.cycle", ("path", string.Join(" → ", path.Prepend(component.Id)))));
            }
        }
    }

    private static IReadOnlyList<string>? PathBack(string from, string to, Dictionary<string, PayComponent> byId, HashSet<string> seen)
    {
        foreach (var next in byId.TryGetValue(from, out var component) ? component.DependsOn : [])
        {
            if (next == to)
            {
                return [next];
            }

            if (seen.Add(next) && PathBack(next, to, byId, seen) is { } rest)
            {
                return [next, .. rest];
            }
        }

        return null;
    }
}
