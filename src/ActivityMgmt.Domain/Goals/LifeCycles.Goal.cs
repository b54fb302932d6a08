namespace ActivityMgmt.Domain;

public static partial class LifeCycles
{
    /// <summary>A goal's: draft, proposed, agreed, active, closed; one step at a time.</summary>
    public static LifeCycle<GoalState> Goal { get; } = new(
        "goal",
        [GoalState.Draft],
        new(GoalState.Draft, "propose", GoalState.Proposed),
        new(GoalState.Proposed, "agree", GoalState.Agreed),
        new(GoalState.Agreed, "activate", GoalState.Active),
        new(GoalState.Active, "close", GoalState.Closed));
}
