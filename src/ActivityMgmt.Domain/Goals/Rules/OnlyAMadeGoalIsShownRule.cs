namespace ActivityMgmt.Domain;

/// <summary>Only a goal that exists can be shown.</summary>
/// <param name="Goal">The id that names none.</param>
public sealed record OnlyAMadeGoalIsShownRule(GoalId Goal) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("goal.unknown", ("goal", Goal.Value));
}
