namespace ActivityMgmt.Incentives;

/// <summary>What an assessment has to know beside the facts.</summary>
public sealed record RankHistory
{
    /// <summary>Nothing is known of before.</summary>
    public static RankHistory None { get; } = new();

    /// <summary>How many assessments in a row were missed before this one. <value>Default: 0.</value></summary>
    public int MissesInARow { get; init; }

    /// <summary>Protected leave, both ends of each included. <value>Default: none.</value></summary>
    public IReadOnlyList<DateInterval> Leave { get; init; } = [];
}
