namespace ActivityMgmt.Domain;

/// <summary>How far a planning ratio can be trusted, from its sample size; ordered from least to most.</summary>
public enum PlanConfidence
{
    /// <summary>Nobody's past: a benchmark.</summary>
    Assumed,

    /// <summary>A small sample.</summary>
    Low,

    /// <summary>A fair sample.</summary>
    Medium,

    /// <summary>A large sample.</summary>
    High,

    /// <summary>True by definition: one sale is one sale.</summary>
    Exact,
}

/// <summary>From which sample sizes on a planning ratio is trusted.</summary>
/// <remarks>The defaults are a convention of this library: the 80 % interval of a ratio of one half is about ±12 points wide at 30 entries and ±6 at 100.</remarks>
public sealed record ConfidenceLevels
{
    /// <summary>From this sample on, included, confidence is medium. <value>Default: 30.</value></summary>
    public int Medium { get; init; } = 30;

    /// <summary>From this sample on, included, confidence is high. <value>Default: 100.</value></summary>
    public int High { get; init; } = 100;

    /// <summary>The confidence in a step's ratio.</summary>
    public PlanConfidence Of(ConversionStep step)
    {
        Guard.Against.Null(step);
        return step switch
        {
            { IsExact: true } => PlanConfidence.Exact,
            { Basis: PlanBasis.Benchmark } => PlanConfidence.Assumed,
            _ when step.SampleSize >= High => PlanConfidence.High,
            _ when step.SampleSize >= Medium => PlanConfidence.Medium,
            _ => PlanConfidence.Low,
        };
    }
}
