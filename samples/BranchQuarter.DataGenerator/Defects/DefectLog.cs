using NodaTime;

namespace BranchQuarter.DataGenerator;

/// <summary>Remembers what was planted and where, for the table in data/README.md.</summary>
internal sealed class DefectLog
{
    private readonly List<Entry> _entries = [];

    public void Add(int number, string what, ExportRow row) =>
        _entries.Add(new Entry(number, what, row.Version == 1 ? $"`{row.Id}`" : $"`{row.Id}` ver {Text.Of(row.Version)}", row.Batch, row.File));

    public void Add(int number, string what, string id, LocalDate batch, ExportFile file) =>
        _entries.Add(new Entry(number, what, $"`{id}`", batch, file));

    public IEnumerable<string> Table() =>
        _entries.GroupBy(e => (e.Number, e.What, e.File))
            .OrderBy(group => group.Key.Number)
            .Select(group => $"| {Text.Of(group.Key.Number)} | {group.Key.What} | {Rows(group)} | `{group.Key.File.Name}` |")
            .Prepend("|---|---|---|---|")
            .Prepend("| no. | what | row id, delivery | file |");

    private static string Rows(IEnumerable<Entry> entries) =>
        string.Join("; ", entries.GroupBy(e => e.Batch).OrderBy(g => g.Key).Select(g => $"{string.Join(", ", g.Select(e => e.Row))} in {Text.Of(g.Key)}"));

    private sealed record Entry(int Number, string What, string Row, LocalDate Batch, ExportFile File);
}
