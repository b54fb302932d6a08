namespace ActivityMgmt.Domain;

/// <summary>A closed goal cannot change; what comes later belongs to the next period.</summary>
/// <param name="Goal">The closed goal.</param>
public sealed record ClosedGoalCannotChangeRule(Goal Goal) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("goal.closed", ("goal", Goal.Id.Value), ("period", ReasonValue.Period(Goal.Period)));
}
