namespace ActivityMgmt.Domain;

/// <summary>Between which chances of success a goal counts as demanding but fair.</summary>
public sealed record SmartLimits
{
    /// <summary>Below this chance a goal is found too hard. <value>Default: 0.2.</value></summary>
    public decimal TooHardBelow { get; init; } = 0.2m;

    /// <summary>Above this chance a goal is found too easy. <value>Default: 0.9.</value></summary>
    public decimal TooEasyAbove { get; init; } = 0.9m;

    internal static SmartLimits Read(DocumentNode node)
    {
        if (node.IsNothing)
        {
            return new();
        }

        node.AllowOnly("tooHardBelow", "tooEasyAbove");
        var limits = new SmartLimits { TooHardBelow = node["tooHardBelow"].Number(0.2m), TooEasyAbove = node["tooEasyAbove"].Number(0.9m) };
        if (limits.TooHardBelow is < 0m or > 1m || limits.TooEasyAbove is < 0m or > 1m || limits.TooHardBelow >= limits.TooEasyAbove)
        {
            node.Report(Reason.Of("target.smart-limits", ("low", limits.TooHardBelow), ("high", limits.TooEasyAbove)));
        }

        return limits;
    }
}
