namespace ActivityMgmt.Domain;

/// <summary>Only an activity that is planned in the week is moved or called off.</summary>
/// <param name="Plan">The week.</param>
/// <param name="Activity">The activity that was asked for.</param>
public sealed record OnlyAPlannedActivityIsMovedRule(WeekPlan Plan, AppointmentId Activity) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of(
        "plan.activity-not-planned",
        ("plan", Plan.Key),
        ("activity", Activity.Value));
}
