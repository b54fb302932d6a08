namespace ActivityMgmt.Domain;

/// <summary>Only what is still ahead is called off: an activity that was done or missed keeps its outcome.</summary>
/// <param name="Plan">The week.</param>
/// <param name="Activity">The activity.</param>
/// <param name="State">What became of it.</param>
/// <param name="Date">The day of that.</param>
public sealed record AnActivityWithAnOutcomeIsNotCalledOffRule(WeekPlan Plan, AppointmentId Activity, WorkItemState State, LocalDate Date) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of(
        "plan.activity-has-outcome",
        ("plan", Plan.Key),
        ("activity", Activity.Value),
        ("state", ReasonValue.Term($"work.state.{State}")),
        ("date", Date));
}
