namespace ActivityMgmt.Kpi;

/// <summary>When a step of the funnel counts as weak.</summary>
public sealed record FunnelCauseFinderOptions
{
    /// <summary>
    /// The share of stretches, between 0 and 1, in which a step may be named although nothing is wrong, all steps together. A larger share finds more weak steps and more that aren't.
    /// <value>Default: 0.07.</value>
    /// </summary>
    public decimal FalseAlarms { get; init; } = 0.07m;

    /// <summary>How far below the usual a step must be as a share of the usual, threshold included. <value>Default: 0.2.</value></summary>
    public decimal SmallestGap { get; init; } = 0.2m;

    /// <summary>How many entries the usual must rest on, the agent's own and the team's together. <value>Default: 30.</value></summary>
    public int UsualSample { get; init; } = 30;

    /// <summary>Up to how many entries the team's rate fills up what an agent's own past lacks; 0 takes the own past only. <value>Default: 200.</value></summary>
    public int FilledUpTo { get; init; } = 200;

    /// <summary>How many entries of the step before the recent stretch needs (for volume: how many are usual in such a stretch). <value>Default: 8.</value></summary>
    public int RecentSample { get; init; } = 8;
}
