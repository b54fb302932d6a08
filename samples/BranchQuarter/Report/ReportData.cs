namespace BranchQuarter.Report;

/// <summary>A team's or the branch's result against its target.</summary>
internal sealed record Attainment(string Name, decimal Target, decimal Actual);

/// <summary>The branch on the day of a checkpoint: expected and actual.</summary>
internal sealed record PacePoint(LocalDate AsOf, decimal Expected, decimal Actual);

/// <summary>A step of the funnel with its count.</summary>
internal sealed record FunnelStep(string Name, decimal Count);

/// <summary>What a group was paid, by component in the order of the plan; held amounts apart.</summary>
internal sealed record PayBar(string Name, IReadOnlyList<decimal> ByComponent, decimal Held);

/// <summary>A number to show large, with what it means.</summary>
internal sealed record Card(string Label, string Value, string Note);

/// <summary>A table with a heading; cells are text already made for the reader.</summary>
internal sealed record Table(string Heading, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<int> NumericColumns);

/// <summary>Everything the report shows, made for one culture.</summary>
internal sealed record ReportData
{
    public required string Title { get; init; }

    public required string Subtitle { get; init; }

    public required IReadOnlyList<Card> Cards { get; init; }

    public required IReadOnlyList<Attainment> Attainment { get; init; }

    public required IReadOnlyList<PacePoint> Pace { get; init; }

    public required decimal PaceTarget { get; init; }

    public required IReadOnlyList<FunnelStep> Funnel { get; init; }

    public required IReadOnlyList<string> PayComponents { get; init; }

    public required IReadOnlyList<PayBar> Pay { get; init; }

    public required IReadOnlyList<Table> Tables { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }
}
