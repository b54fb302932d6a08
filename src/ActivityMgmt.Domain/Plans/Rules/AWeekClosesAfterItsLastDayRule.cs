namespace ActivityMgmt.Domain;

/// <summary>A week is closed after its last day, not before.</summary>
/// <param name="Plan">The week.</param>
/// <param name="On">The day on which it was to be closed.</param>
public sealed record AWeekClosesAfterItsLastDayRule(WeekPlan Plan, LocalDate On) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of(
        "plan.week-not-over",
        ("plan", Plan.Key),
        ("date", On),
        ("last", Plan.Days.End));
}
