namespace ActivityMgmt.Domain;

/// <summary>A target keeps the unit of its measure.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Target">The target in another unit.</param>
public sealed record ATargetKeepsItsUnitRule(Goal Goal, Quantity Target) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("goal.other-unit", ("goal", Goal.Id.Value), ("unit", Goal.Target.Unit.Code), ("target", Target));
}
