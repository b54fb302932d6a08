namespace BranchQuarter.DataGenerator;

/// <summary>All rows that will be written. Each id and version stands once until the defects are planted.</summary>
internal sealed class Export
{
    private readonly List<ExportRow> _rows = [];
    private readonly List<BrokenLine> _brokenLines = [];

    public IReadOnlyList<ExportRow> Rows => _rows;

    public IReadOnlyList<BrokenLine> BrokenLines => _brokenLines;

    public void Add(ExportRow row) => _rows.Add(row);

    public void Add(IEnumerable<ExportRow> rows) => _rows.AddRange(rows);

    public void Add(BrokenLine line) => _brokenLines.Add(line);

    public IEnumerable<ExportRow> Of(ExportFile file) => _rows.Where(row => row.File == file);

    /// <summary>The newest version of a row that must be there.</summary>
    public ExportRow Find(ExportFile file, string id) =>
        Of(file).Where(row => row.Id == id).MaxBy(row => row.Version)
        ?? throw new InvalidOperationException($"{file.Name} has no row {id}; a planted case must move to a row that exists.");

    public void Replace(ExportRow old, ExportRow replacement) => _rows[_rows.IndexOf(old)] = replacement;

    public void RemoveWhere(Predicate<ExportRow> condition) => _rows.RemoveAll(condition);
}
