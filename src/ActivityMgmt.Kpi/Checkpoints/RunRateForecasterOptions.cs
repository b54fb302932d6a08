namespace ActivityMgmt.Kpi;

/// <summary>How much history the run-rate forecast looks at.</summary>
public sealed record RunRateForecasterOptions
{
    /// <summary>How many whole fiscal months before the period are looked at, at most. <value>Default: 6.</value></summary>
    public int MostPastMonths { get; init; } = 6;

    /// <summary>With fewer past months than this there is no forecast. <value>Default: 3.</value></summary>
    public int FewestPastMonths { get; init; } = 3;
}
