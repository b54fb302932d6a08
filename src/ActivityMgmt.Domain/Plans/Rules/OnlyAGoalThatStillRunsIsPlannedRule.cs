namespace ActivityMgmt.Domain;

/// <summary>A plan is made anew for a goal that is agreed or active and whose last day isn't over.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="On">The day of planning.</param>
public sealed record OnlyAGoalThatStillRunsIsPlannedRule(Goal Goal, LocalDate On) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of(
        "plan.goal-not-running", ("goal", Goal.Id.Value), ("state", ReasonValue.Term($"goal.state.{Goal.State}")), ("end", Goal.Period.End), ("date", On));
}
