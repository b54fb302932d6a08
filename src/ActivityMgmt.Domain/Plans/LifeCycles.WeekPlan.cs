namespace ActivityMgmt.Domain;

public static partial class LifeCycles
{
    /// <summary>A planned week's: draft, agreed, closed. Rewritten only as a draft; moved and called off until it is closed.</summary>
    public static LifeCycle<WeekPlanState> WeekPlan { get; } = new(
        "week-plan",
        [WeekPlanState.Draft],
        new(WeekPlanState.Draft, "rewrite", WeekPlanState.Draft),
        new(WeekPlanState.Draft, "move", WeekPlanState.Draft),
        new(WeekPlanState.Draft, "call-off", WeekPlanState.Draft),
        new(WeekPlanState.Draft, "agree", WeekPlanState.Agreed),
        new(WeekPlanState.Agreed, "move", WeekPlanState.Agreed),
        new(WeekPlanState.Agreed, "call-off", WeekPlanState.Agreed),
        new(WeekPlanState.Agreed, "close", WeekPlanState.Closed));
}
