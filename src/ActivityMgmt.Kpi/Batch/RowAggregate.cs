namespace ActivityMgmt.Kpi;

/// <summary>A figure over the rows for which a condition holds. Equal figures are computed once, whichever measures want them.</summary>
internal abstract record RowAggregate(RowCondition Where)
{
    /// <summary>The same with other tests.</summary>
    public RowAggregate With(Func<RowTest, RowTest> tests) => this with { Where = Where.With(tests) };

    /// <summary>How many rows.</summary>
    internal sealed record Count(RowCondition Where) : RowAggregate(Where);

    /// <summary>How many rows have a code in a column.</summary>
    internal sealed record Coded(RowCondition Where, int Column) : RowAggregate(Where);

    /// <summary>How many different codes a column has.</summary>
    internal sealed record Distinct(RowCondition Where, int Column) : RowAggregate(Where);

    /// <summary>On how many days there are at least so many rows, 1 to 255.</summary>
    internal sealed record Days(RowCondition Where, int AtLeast) : RowAggregate(Where);

    /// <summary>A figure over the rows that have a number in a column.</summary>
    internal abstract record OfNumbers(RowCondition Where, int Column) : RowAggregate(Where);

    /// <summary>How many rows have a number in a column.</summary>
    internal sealed record Numbered(RowCondition Where, int Column) : OfNumbers(Where, Column);

    /// <summary>The sum of a column, over the rows that have a number in it.</summary>
    internal sealed record Sum(RowCondition Where, int Column) : OfNumbers(Where, Column);
}
