namespace ActivityMgmt.Domain;

/// <summary>A goal moves one step at a time: draft, proposed, agreed, active, closed.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="From">The state from which the step is allowed.</param>
/// <param name="To">The state that was asked for.</param>
public sealed record GoalMovesOneStepAtATimeRule(Goal Goal, GoalState From, GoalState To) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of(
        "goal.wrong-state",
        ("goal", Goal.Id.Value),
        ("state", ReasonValue.Term($"goal.state.{Goal.State}")),
        ("from", ReasonValue.Term($"goal.state.{From}")),
        ("to", ReasonValue.Term($"goal.state.{To}")));
}
