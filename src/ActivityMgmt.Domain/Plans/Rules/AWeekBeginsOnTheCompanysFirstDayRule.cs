namespace ActivityMgmt.Domain;

/// <summary>A planned week begins on the weekday on which the company's weeks begin, so that no two weeks of an agent overlap.</summary>
/// <param name="Plan">The week.</param>
/// <param name="Expected">The first day of the company's week that holds the week's first day.</param>
public sealed record AWeekBeginsOnTheCompanysFirstDayRule(WeekPlan Plan, LocalDate Expected) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("plan.other-week", ("plan", Plan.Key), ("date", Plan.FirstDay), ("expected", Expected));
}
