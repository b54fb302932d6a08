namespace ActivityMgmt.Incentives;

/// <summary>A quarter's statements, and what has changed since they were issued.</summary>
public sealed record PayClosing
{
    /// <summary>The quarter.</summary>
    public required Quarter Period { get; init; }

    /// <summary>The statements as they were issued, sorted by agent.</summary>
    public required IReadOnlyList<Statement> Statements { get; init; }

    /// <summary>Where a statement would come out differently today, sorted by agent: adjustments for the open period. Empty at the first closing.</summary>
    public required IReadOnlyList<StatementDifference> Differences { get; init; }
}
