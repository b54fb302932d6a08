namespace ActivityMgmt.Kpi;

/// <summary>When a step of the funnel counts as weak.</summary>
public sealed record FunnelCauseFinderOptions
{
    /// <summary>How many standard errors below the usual a step must be, threshold included. <value>Default: 2.33, which chance alone exceeds about once in a hundred steps.</value></summary>
    public decimal Threshold { get; init; } = 2.33m;

    /// <summary>How far below the usual a step must be as a share of the usual, threshold included. <value>Default: 0.2.</value></summary>
    public decimal SmallestGap { get; init; } = 0.2m;

    /// <summary>How many entries the usual must rest on; with fewer in the agent's own past the team's is taken. <value>Default: 30.</value></summary>
    public int UsualSample { get; init; } = 30;

    /// <summary>How many entries of the step before the recent stretch needs (for volume: how many are usual in such a stretch). <value>Default: 8.</value></summary>
    public int RecentSample { get; init; } = 8;
}
