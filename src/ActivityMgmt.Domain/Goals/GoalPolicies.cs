namespace ActivityMgmt.Domain;

/// <summary>What a company may do differently with goals.</summary>
public sealed record GoalPolicies
{
    /// <summary>Splits totals over teams, agents and months. <value>Default: <see cref="Apportionments.LargestRemainder"/>.</value></summary>
    public Apportionment Apportionment { get; init; } = Apportionments.LargestRemainder;

    /// <summary>Weighs agents in a cascade. <value>Default: <see cref="CascadeShares.AsDocumented"/>.</value></summary>
    public CascadeWeights Weights { get; init; } = CascadeShares.AsDocumented;

    /// <summary>Reviews goals. <value>Default: <see cref="SmartPolicies.Default"/>.</value></summary>
    public SmartPolicy Smart { get; init; } = SmartPolicies.Default;

    /// <summary>Shortens targets for a part of a period; <see langword="null"/>: by working days, leave counting as worked. <value>Default: <see langword="null"/>.</value></summary>
    public ProRating? ProRating { get; init; }

    /// <summary>After how many days without an entry a manual goal asks for one. <value>Default: 14.</value></summary>
    public int RemindAfterDays { get; init; } = 14;
}
