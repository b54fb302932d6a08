namespace ActivityMgmt.Incentives;

/// <summary>How bands turn a figure into pay.</summary>
internal enum TierShape
{
    /// <summary>The band that is reached decides for the whole figure: its rate on all of it, or its fixed amount.</summary>
    Slab,

    /// <summary>Each band's rate on the part of the figure inside it.</summary>
    Graded,

    /// <summary>Each band's amount for a full band, and in proportion for the part of the last one.</summary>
    Interpolated,
}
