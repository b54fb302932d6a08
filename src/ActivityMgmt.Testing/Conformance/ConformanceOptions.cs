namespace ActivityMgmt.Testing;

/// <summary>How checks with chance in them run. The same seeds give the same inputs everywhere.</summary>
public sealed class ConformanceOptions
{
    /// <summary>The first seed; a failure names its own.</summary>
    /// <value>Default: 1.</value>
    public int FirstSeed { get; set; } = 1;

    /// <summary>How many seeds are tried, one after the other.</summary>
    /// <value>Default: 20.</value>
    public int Rounds { get; set; } = 20;
}
