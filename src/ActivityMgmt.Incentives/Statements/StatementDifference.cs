namespace ActivityMgmt.Incentives;

/// <summary>What a recalculation would pay otherwise than an issued statement did. The issued one stays; the difference is an adjustment for the open period.</summary>
public sealed record StatementDifference
{
    private StatementDifference()
    {
    }

    /// <summary>The statement that was issued.</summary>
    public required Statement Issued { get; init; }

    /// <summary>The statement as it comes out now.</summary>
    public required Statement Recomputed { get; init; }

    /// <summary>The lines that differ, in the order of the issued statement, new ones last.</summary>
    public required IReadOnlyList<LineDifference> Lines { get; init; }

    /// <summary>Recomputed total less issued total; the exact sum of the lines' <see cref="LineDifference.Adjustment"/>.</summary>
    public Money Adjustment => Recomputed.Total - Issued.Total;

    /// <summary>Whether nothing differs.</summary>
    public bool IsEmpty => Lines.Count == 0;

    /// <summary>Compares two statements of the same agent and quarter, line by line.</summary>
    /// <exception cref="ArgumentException">They belong to different agents, quarters or currencies.</exception>
    public static StatementDifference Between(Statement issued, Statement recomputed)
    {
        ArgumentNullException.ThrowIfNull(issued);
        ArgumentNullException.ThrowIfNull(recomputed);
        if (issued.Key != recomputed.Key || issued.Currency != recomputed.Currency)
        {
            throw new ArgumentException($"Statement {recomputed.Key} in {recomputed.Currency} can't be compared with {issued.Key} in {issued.Currency}.", nameof(recomputed));
        }

        var before = issued.Lines.ToDictionary(l => l.Id, StringComparer.Ordinal);
        var after = recomputed.Lines.ToDictionary(l => l.Id, StringComparer.Ordinal);
        return new()
        {
            Issued = issued,
            Recomputed = recomputed,
            Lines =
            [
                .. issued.Lines.Select(l => new LineDifference(l, after.GetValueOrDefault(l.Id), issued.Currency)).Where(d => !d.Issued!.Equals(d.Recomputed)),
                .. recomputed.Lines.Where(l => !before.ContainsKey(l.Id)).Select(l => new LineDifference(null, l, issued.Currency)),
            ],
        };
    }
}

/// <summary>A line that comes out differently.</summary>
public sealed record LineDifference
{
    internal LineDifference(StatementLine? issued, StatementLine? recomputed, string currency)
    {
        Issued = issued;
        Recomputed = recomputed;
        Adjustment = Earned(recomputed, currency) - Earned(issued, currency);
    }

    /// <summary>The line as it was issued; <see langword="null"/> when it is new.</summary>
    public StatementLine? Issued { get; }

    /// <summary>The line as it comes out now; <see langword="null"/> when it is gone.</summary>
    public StatementLine? Recomputed { get; }

    /// <summary>The line's id.</summary>
    public string Id => (Issued ?? Recomputed)!.Id;

    /// <summary>What has to be paid on top, or (negative) taken back; zero when only the reason or the evidence changed.</summary>
    public Money Adjustment { get; }

    private static Money Earned(StatementLine? line, string currency) =>
        line is { Outcome: LineOutcome.Earned, Amount: { } amount } ? amount : Money.Zero(currency);
}
