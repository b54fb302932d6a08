namespace ActivityMgmt.Domain;

/// <summary>A week holds only activities of its own seven days.</summary>
/// <param name="Plan">The week.</param>
/// <param name="Date">The activity's local date.</param>
public sealed record AWeekHoldsOnlyItsOwnDaysRule(WeekPlan Plan, LocalDate Date) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of(
        "plan.outside-week",
        ("plan", Plan.Key),
        ("date", Date),
        ("week", ReasonValue.Period(Plan.Days)));
}
