namespace ActivityMgmt.Domain;

/// <summary>A closed week does not change.</summary>
/// <param name="Plan">The week.</param>
public sealed record AClosedWeekDoesNotChangeRule(WeekPlan Plan) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of(
        "plan.week-closed",
        ("plan", Plan.Key));
}
