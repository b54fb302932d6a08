namespace ActivityMgmt.Domain;

/// <summary>One target of a branch.</summary>
public sealed record BranchTarget
{
    /// <summary>The measure; additive, so that parts add up.</summary>
    public required MeasureId Measure { get; init; }

    /// <summary>The target for the quarter, in the measure's unit.</summary>
    public required Quantity Target { get; init; }

    /// <summary>What would be more than expected; <see langword="null"/> when none is set.</summary>
    public Quantity? Stretch { get; init; }

    /// <summary>The smallest piece that is handed down, such as 100 (CNY) or 1 (case).</summary>
    public required decimal Piece { get; init; }

    /// <summary>What an agent must be licensed for to take a part, such as <c>annuity</c>; <see langword="null"/>: any valid certificate will do.</summary>
    public string? Licence { get; init; }

    /// <summary>What an agent's share rests on. <value>Default: own past and capacity, weighed by <see cref="HistoryWeight"/>.</value></summary>
    public CascadeSplit Split { get; init; }

    /// <summary>How an agent's target is spread over the months. <value>Default: by working days.</value></summary>
    public MonthSplit Months { get; init; }

    /// <summary>How much an agent's own past weighs, 0 to 1, where past and capacity are blended.</summary>
    public required decimal HistoryWeight { get; init; }

    /// <summary>How much an agent's working capacity weighs: 1 less <see cref="HistoryWeight"/>.</summary>
    public decimal CapacityWeight => 1m - HistoryWeight;

    internal static BranchTarget Read(DocumentNode node, IReadOnlyList<MeasureDescription> measures)
    {
        node.AllowOnly("measure", "target", "stretch", "piece", "historyWeight", "split", "months", "licence");
        var id = node["measure"].Name();
        var measure = measures.FirstOrDefault(m => m.Id.Value == id);
        if (measure is null)
        {
            node["measure"].Unknown("document.unknown-measure", id, measures.Select(m => m.Id.Value));
        }
        else if (!measure.IsAdditive)
        {
            node["measure"].Report(Reason.Of("target.not-additive", ("measure", measure.Id)));
        }

        var unit = measure?.Unit ?? Unit.Count;
        var split = SplitOf(node["split"]);
        if (split != CascadeSplit.Blend && !node["historyWeight"].IsNothing)
        {
            node["historyWeight"].Report(Reason.Of("target.weight-without-blend", ("split", node["split"].Text())));
        }

        return new()
        {
            Measure = new(id),
            Target = Quantity.Of(Positive(node["target"]), unit),
            Stretch = node["stretch"].IsNothing ? null : Quantity.Of(Positive(node["stretch"]), unit),
            Piece = Positive(node["piece"]),
            HistoryWeight = Share(node["historyWeight"]),
            Licence = node["licence"].Text(null),
            Split = split,
            Months = MonthsOf(node["months"]),
        };
    }

    private static CascadeSplit SplitOf(DocumentNode node) => node.IsNothing ? CascadeSplit.Blend : node.OneOf("blend", "equal", "history", "capacity") switch
    {
        "equal" => CascadeSplit.Equal,
        "history" => CascadeSplit.History,
        "capacity" => CascadeSplit.Capacity,
        _ => CascadeSplit.Blend,
    };

    private static MonthSplit MonthsOf(DocumentNode node) => node.IsNothing ? MonthSplit.WorkingDays : node.OneOf("working-days", "equal", "seasonal") switch
    {
        "equal" => MonthSplit.Equal,
        "seasonal" => MonthSplit.Seasonal,
        _ => MonthSplit.WorkingDays,
    };

    private static decimal Positive(DocumentNode node)
    {
        var value = node.Number();
        if (value <= 0m && node.Kind == DocumentNodeKind.Number)
        {
            node.Report(Reason.Of("document.not-positive", ("value", value)));
        }

        return Math.Max(value, 0.01m);
    }

    private static decimal Share(DocumentNode node)
    {
        var value = node.Number(0.7m);
        if (value is < 0m or > 1m)
        {
            node.Report(Reason.Of("document.not-a-share", ("value", value)));
        }

        return Math.Clamp(value, 0m, 1m);
    }
}
