namespace ActivityMgmt.Domain;

/// <summary>Only a goal that exists can be agreed, rejected, withdrawn or adjusted.</summary>
/// <param name="Goal">The id that names none.</param>
public sealed record OnlyAMadeGoalCanChangeRule(GoalId Goal) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("goal.unknown", ("goal", Goal.Value));
}
