namespace ActivityMgmt.Domain;

/// <summary>A week moves one step at a time: draft, agreed, closed.</summary>
/// <param name="Plan">The week.</param>
/// <param name="To">The state that was asked for.</param>
public sealed record AWeekMovesOneStepAtATimeRule(WeekPlan Plan, WeekPlanState To) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of(
        "plan.week-wrong-state",
        ("plan", Plan.Key),
        ("state", ReasonValue.Term($"week.state.{Plan.State}")),
        ("to", ReasonValue.Term($"week.state.{To}")));
}
