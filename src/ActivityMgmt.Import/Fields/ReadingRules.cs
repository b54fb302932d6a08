namespace ActivityMgmt.Import;

/// <summary>How the texts of a column become values.</summary>
internal sealed record ReadingRules
{
    public required DateFormats Dates { get; init; }

    public required NumberFormat Numbers { get; init; }

    public required DateTimeZone Zone { get; init; }

    /// <summary>Whether a local time that the zone skips or has twice is rejected; otherwise it is resolved leniently.</summary>
    public required bool RefusesUnclearTimes { get; init; }

    /// <summary>How the mapping document's own constants are written.</summary>
    public ReadingRules Canonical => this with { Dates = DateFormats.Canonical, Numbers = NumberFormat.Plain };
}
