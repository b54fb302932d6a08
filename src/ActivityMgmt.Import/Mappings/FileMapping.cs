namespace ActivityMgmt.Import;

/// <summary>How the rows of one file become facts of one sort. Several of them may read the same file.</summary>
internal sealed record FileMapping
{
    public required string File { get; init; }

    public required FactShape Shape { get; init; }

    public required bool IsRequired { get; init; }

    public required bool IsComplete { get; init; }

    public required FieldMapping Id { get; init; }

    public FieldMapping? Revision { get; init; }

    public FieldMapping? Sequence { get; init; }

    public required IReadOnlyList<FieldMapping> Fields { get; init; }

    public required IReadOnlyList<RowFilter> Where { get; init; }

    /// <summary>The field that makes the rows of this file master data that others refer to.</summary>
    public FieldMapping? Definer => Fields.FirstOrDefault(f => f.Field.Name == Shape.Defines);

    /// <summary>Everything that is read from a row.</summary>
    public IEnumerable<FieldMapping> Everything
    {
        get
        {
            IEnumerable<FieldMapping?> origin = [Id, Revision, Sequence];
            return origin.OfType<FieldMapping>().Concat(Fields);
        }
    }

    /// <summary>Every column that is read, once each; required when one use of it requires it.</summary>
    public IReadOnlyList<ColumnName> Columns =>
    [
        .. Everything
            .SelectMany(f => f.Value.Source.Columns)
            .Concat(Where.Select(w => new ColumnName(w.Column)))
            .GroupBy(c => c.Name, (name, uses) => new ColumnName(name, uses.Any(u => u.IsRequired))),
    ];

    public IEnumerable<ValueSource.Lookup> Lookups => Everything
        .SelectMany(f => f.Value.WithParts)
        .Select(v => v.Source)
        .OfType<ValueSource.Lookup>();
}
