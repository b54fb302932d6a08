namespace ActivityMgmt.Domain;

/// <summary>A week is agreed and closed by a person with a name, never by the system.</summary>
/// <param name="Plan">The week.</param>
public sealed record ANamedPersonDecidesAboutAWeekRule(WeekPlan Plan) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of(
        "plan.week-without-person",
        ("plan", Plan.Key));
}
