namespace ActivityMgmt.Incentives;

/// <summary>The tables of a document by name, while it is read.</summary>
internal sealed class PlanTables
{
    private readonly DocumentNode _tables;
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    public PlanTables(DocumentNode tables)
    {
        _tables = tables;
        if (!tables.IsNothing)
        {
            tables.AllowOnly([.. tables.Names]);
        }
    }

    /// <summary>The table that a node names; reports an unknown one and is <see langword="null"/> then.</summary>
    public DocumentNode? Named(DocumentNode node)
    {
        var name = node.Text();
        if (_tables.Names.Contains(name))
        {
            _used.Add(name);
            return _tables[name];
        }

        if (node.Kind == DocumentNodeKind.Text)
        {
            node.Unknown("pay.document.unknown-table", name, _tables.Names);
        }

        return null;
    }

    /// <summary>Reports tables that nothing reads: usually a name was misspelt.</summary>
    public void ReportUnused()
    {
        foreach (var name in _tables.Names.Where(n => !_used.Contains(n)))
        {
            _tables[name].Report(Reason.Of("pay.document.unused-table", ("value", name)));
        }
    }
}
