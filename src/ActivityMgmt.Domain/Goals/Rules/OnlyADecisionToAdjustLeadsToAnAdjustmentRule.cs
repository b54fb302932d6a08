namespace ActivityMgmt.Domain;

/// <summary>An adjustment that names a checkpoint needs one of the same goal, at which somebody decided to adjust.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Checkpoint">The key of the checkpoint that was named.</param>
public sealed record OnlyADecisionToAdjustLeadsToAnAdjustmentRule(GoalId Goal, string Checkpoint) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("goal.no-decision-to-adjust", ("goal", Goal.Value), ("checkpoint", Checkpoint));
}
