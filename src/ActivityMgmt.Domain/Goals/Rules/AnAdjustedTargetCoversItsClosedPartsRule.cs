namespace ActivityMgmt.Domain;

/// <summary>A target can't fall below what its closed parts hold already, since a closed part never changes.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Target">The target that was asked for.</param>
/// <param name="Closed">What the closed parts hold.</param>
public sealed record AnAdjustedTargetCoversItsClosedPartsRule(Goal Goal, Quantity Target, Quantity Closed) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("goal.below-closed-parts", ("goal", Goal.Id.Value), ("target", Target), ("closed", Closed));
}
