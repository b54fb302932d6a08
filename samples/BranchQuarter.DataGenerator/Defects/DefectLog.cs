namespace BranchQuarter.DataGenerator;

/// <summary>Remembers what was planted and where, for the table in data/README.md.</summary>
internal sealed class DefectLog
{
    private readonly List<(string What, string RowId, string Where)> _entries = [];

    public void Add(string what, ExportRow row) => Add(what, $"{row.Id} ver {Text.Of(row.Version)}", $"{Text.Of(row.Batch)}/{row.File.Name}");

    public void Add(string what, string rowId, string where) => _entries.Add((what, rowId, where));

    public IEnumerable<string> Table() =>
        _entries.GroupBy(e => (e.What, e.Where))
            .Select(group => $"| {group.Key.What} | {string.Join(", ", group.Select(e => $"`{e.RowId}`"))} | `{group.Key.Where}` |")
            .Prepend("|---|---|---|")
            .Prepend("| what | row | batch/file |");
}
