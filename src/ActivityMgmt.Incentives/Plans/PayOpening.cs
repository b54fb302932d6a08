namespace ActivityMgmt.Incentives;

/// <summary>What was there before the facts begin, such as balances taken over from an old system.</summary>
public sealed record PayOpening
{
    /// <summary>Nothing was there before.</summary>
    public static PayOpening None { get; } = new();

    /// <summary>Commission paid and taken back, by policy. <value>Default: empty.</value></summary>
    public IReadOnlyDictionary<PolicyId, PolicyOpening> Policies { get; init; } = new Dictionary<PolicyId, PolicyOpening>();

    /// <summary>What an incremental component that sums other components had counted in the year before the period, by the component's id. <value>Default: empty, which is zero.</value></summary>
    public IReadOnlyDictionary<string, Money> RunningTotals { get; init; } = new Dictionary<string, Money>();
}

/// <summary>A policy's commission before the facts begin.</summary>
/// <param name="Paid">Commission that was paid on it, not negative.</param>
/// <param name="TakenBack">How much of it was taken back, not negative.</param>
public sealed record PolicyOpening(Money Paid, Money TakenBack);
