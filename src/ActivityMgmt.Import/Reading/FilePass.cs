namespace ActivityMgmt.Import;

/// <summary>One reading of one file, and what came of it.</summary>
internal sealed class FilePass(string file, Mapping mapping, Rejects rejects)
{
    private readonly HashSet<int> _rejected = [];
    private bool _hasAllColumns = true;

    public string File => file;

    public int RowsRead { get; private set; }

    public int RowsSkipped { get; private set; }

    public int RowsRejected => _rejected.Count;

    /// <summary>Whether nothing of the file was rejected.</summary>
    public bool IsWhole => _hasAllColumns && RowsRejected == 0;

    public void Reject(int line) => _rejected.Add(line);

    public void Read(CsvTable table, IReadOnlyList<FileMapping> entries, LookupTables lookups, List<Candidate> candidates, CancellationToken cancellation)
    {
        var evaluation = new ValueEvaluation(table, lookups, mapping.Salt);
        var readers = entries
            .Where(e => HasColumns(table, e.Columns))
            .Select(e => new RowReader(e, evaluation, file, mapping.Source, mapping.Currency))
            .ToArray();
        foreach (var row in table.Rows())
        {
            if (++RowsRead % 1000 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
            }

            if (row.Problem is { } broken)
            {
                Reject(row, [("", broken)], readers);
                continue;
            }

            Read(row, readers, candidates);
        }
    }

    /// <summary>Reports the columns that are not there; whether the file can be read without them.</summary>
    public bool HasColumns(CsvTable table, IReadOnlyList<ColumnName> columns)
    {
        var place = new SourcePlace(file, table.HeaderLine);
        var problems = new List<(string? Column, Reason Reason)>();
        if (table.Header.Count == 0)
        {
            problems.Add((null, Rejections.NoHeader()));
        }
        else
        {
            var unused = table.Header.Except(columns.Select(c => c.Name)).ToArray();
            problems.AddRange(columns
                .Where(c => c.IsRequired && table.Position(c.Name) < 0)
                .Select(c => ((string?)c.Name, Rejections.MissingColumn(c.Name, table.Header, unused))));
            problems.AddRange(columns
                .Where(c => table.Header.Count(h => h == c.Name) > 1)
                .Select(c => ((string?)c.Name, Rejections.ColumnTwice(c.Name))));
        }

        foreach (var (column, reason) in problems)
        {
            rejects.Add(place with { Column = column }, reason);
        }

        _hasAllColumns &= problems.Count == 0;
        return problems.Count == 0;
    }

    /// <summary>Key and value of each row of a joined file.</summary>
    public IEnumerable<(string Key, string Value)> Joined(CsvTable table, ValueSource.Lookup lookup, bool reports)
    {
        var (key, take) = (table.Position(lookup.Key), table.Position(lookup.Take));
        foreach (var row in table.Rows())
        {
            if (row.Problem is null)
            {
                yield return (row.Fields[key].Trim(), row.Fields[take].Trim());
            }
            else if (reports)
            {
                rejects.Add(new(file, row.Line), row.Problem, row.Raw);
            }
        }
    }

    private void Read(CsvRow row, RowReader[] readers, List<Candidate> candidates)
    {
        var isTaken = false;
        foreach (var reader in readers)
        {
            if (!reader.Takes(row.Fields))
            {
                continue;
            }

            isTaken = true;
            var problems = new List<(string Column, Reason Reason)>();
            if (reader.Read(row, problems) is { } candidate)
            {
                candidates.Add(candidate);
            }
            else
            {
                Reject(row, problems, [reader]);
            }
        }

        RowsSkipped += isTaken ? 0 : 1;
    }

    private void Reject(CsvRow row, IReadOnlyList<(string Column, Reason Reason)> problems, RowReader[] readers)
    {
        _rejected.Add(row.Line);
        var place = new SourcePlace(file, row.Line);
        foreach (var (column, reason) in problems)
        {
            rejects.Add(place with { Column = column.Length > 0 ? column : null }, reason, row.Raw);
        }

        foreach (var reader in readers.Where(r => r.Mapping.Shape.Defines is not null))
        {
            if (reader.Defined(row.Fields) is { } id)
            {
                rejects.AddDefiner(reader.Mapping.Shape.Kind, id, place, problems.All(p => rejects.Tolerates(p.Reason)));
            }
        }
    }
}
