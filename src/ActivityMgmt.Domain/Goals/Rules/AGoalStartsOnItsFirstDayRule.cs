namespace ActivityMgmt.Domain;

/// <summary>An agreed goal becomes active on the first day of its period or later.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="On">The day that is too early.</param>
public sealed record AGoalStartsOnItsFirstDayRule(Goal Goal, LocalDate On) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("goal.not-begun", ("goal", Goal.Id.Value), ("date", On), ("start", Goal.Period.Start));
}
