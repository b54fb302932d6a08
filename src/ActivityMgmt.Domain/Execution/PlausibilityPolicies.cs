namespace ActivityMgmt.Domain;

/// <summary>From when on a record looks odd. The numbers are defaults of this library, chosen so that a busy honest day passes; no norm stands behind them.</summary>
public sealed record PlausibilityPolicies
{
    /// <summary>How many minutes two activities of one agent may overlap; as many are still well. <value>Default: 5.</value></summary>
    public int OverlapMinutes { get; init; } = 5;

    /// <summary>From how many records on, entered within <see cref="BurstMinutes"/>, entry looks like a burst. <value>Default: 8.</value></summary>
    public int BurstRecords { get; init; } = 8;

    /// <summary>The span of a burst from the first to the last record, included. <value>Default: 10 minutes.</value></summary>
    public int BurstMinutes { get; init; } = 10;

    /// <summary>From how many activities of one calendar month with the same note on, notes look copied. <value>Default: 3.</value></summary>
    public int CopiedNotes { get; init; } = 3;

    /// <summary>Up to which speed somebody gets from place to place, in kilometres an hour of great-circle distance, included. <value>Default: 120.</value></summary>
    public decimal KilometresPerHour { get; init => field = Guard.Against.NegativeOrZero(value, nameof(KilometresPerHour)); } = 120m;

    /// <summary>Up to which distance places count as one, in kilometres, included, since phones measure roughly. <value>Default: 2.</value></summary>
    public decimal SamePlaceKilometres { get; init; } = 2m;

    /// <summary>Up to how many days after an activity its entry is in time, included. <value>Default: 3.</value></summary>
    public int EntryDays { get; init; } = 3;

    /// <summary>For how many days only the agent sees a finding and can answer it, counted from the day it was noticed; an answer is shown along with it. <value>Default: 3.</value></summary>
    public int AnswerDays { get; init; } = 3;
}
