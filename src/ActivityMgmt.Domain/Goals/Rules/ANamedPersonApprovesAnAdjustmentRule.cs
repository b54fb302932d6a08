namespace ActivityMgmt.Domain;

/// <summary>An adjustment is approved by a named person who is neither the system nor the agent whose goal it is.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Approver">Who can't approve it.</param>
public sealed record ANamedPersonApprovesAnAdjustmentRule(Goal Goal, ActorId Approver) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("goal.needs-approver", ("goal", Goal.Id.Value), ("approver", Approver.Value));
}
