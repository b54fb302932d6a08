namespace ActivityMgmt.Domain;

/// <summary>A week in which something is forbidden is not agreed.</summary>
/// <param name="Plan">The week.</param>
/// <param name="Finding">What forbids it.</param>
public sealed record AWeekWithABlockingFindingIsNotAgreedRule(WeekPlan Plan, Finding Finding) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of(
        "plan.week-blocked",
        ("plan", Plan.Key),
        ("finding", Finding.Reason.Code));
}
