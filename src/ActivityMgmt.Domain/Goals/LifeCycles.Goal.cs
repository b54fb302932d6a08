namespace ActivityMgmt.Domain;

public static partial class LifeCycles
{
    /// <summary>A goal's: draft, proposed, agreed, active, closed; one step at a time. A proposal may be rejected and reworked; what binds nobody yet may be withdrawn.</summary>
    public static LifeCycle<GoalState> Goal { get; } = new(
        "goal",
        [GoalState.Draft],
        new(GoalState.Draft, "propose", GoalState.Proposed),
        new(GoalState.Proposed, "agree", GoalState.Agreed),
        new(GoalState.Agreed, "activate", GoalState.Active),
        new(GoalState.Active, "close", GoalState.Closed),
        new(GoalState.Proposed, "reject", GoalState.Rejected),
        new(GoalState.Rejected, "rework", GoalState.Draft),
        new(GoalState.Draft, "withdraw", GoalState.Withdrawn),
        new(GoalState.Proposed, "withdraw", GoalState.Withdrawn),
        new(GoalState.Rejected, "withdraw", GoalState.Withdrawn));
}
