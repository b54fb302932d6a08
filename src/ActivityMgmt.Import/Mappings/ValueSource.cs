namespace ActivityMgmt.Import;

/// <summary>Where a value comes from.</summary>
internal abstract record ValueSource
{
    private ValueSource()
    {
    }

    /// <summary>The columns of the row that are read.</summary>
    public abstract IEnumerable<ColumnName> Columns { get; }

    /// <summary>The column to name in messages.</summary>
    public string Shown => string.Join("+", Columns.Select(c => c.Name));

    /// <summary>A column of the row.</summary>
    public sealed record Column(ColumnName Name) : ValueSource
    {
        public override IEnumerable<ColumnName> Columns => [Name];
    }

    /// <summary>The same text for every row, written canonically.</summary>
    public sealed record Constant(string Text) : ValueSource
    {
        public override IEnumerable<ColumnName> Columns => [];
    }

    /// <summary>Several values as one text; empty when one of them is.</summary>
    public sealed record Joined(IReadOnlyList<ValueMapping> Parts, string Separator) : ValueSource
    {
        public override IEnumerable<ColumnName> Columns => Parts.SelectMany(p => p.Source.Columns);
    }

    /// <summary>A column of another file, in the row whose key equals a value of this row.</summary>
    public sealed record Lookup(string File, string Key, string Take, ValueMapping By) : ValueSource
    {
        public override IEnumerable<ColumnName> Columns => By.Source.Columns;
    }
}

/// <summary>A column that a mapping reads.</summary>
/// <param name="Name">Its name in the header.</param>
/// <param name="IsRequired">Whether a file without it can't be read; otherwise its values count as empty.</param>
internal sealed record ColumnName(string Name, bool IsRequired = true);
