namespace ActivityMgmt.Domain;

/// <summary>Activities are added and rewritten only while a week is a draft; later they are moved or called off.</summary>
/// <param name="Plan">The week.</param>
public sealed record OnlyADraftWeekIsRewrittenRule(WeekPlan Plan) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of(
        "plan.week-not-draft",
        ("plan", Plan.Key),
        ("state", ReasonValue.Term($"week.state.{Plan.State}")));
}
