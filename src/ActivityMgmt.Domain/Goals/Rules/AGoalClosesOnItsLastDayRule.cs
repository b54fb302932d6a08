namespace ActivityMgmt.Domain;

/// <summary>A goal closes on the last day of its period or later.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="On">The day that is too early.</param>
public sealed record AGoalClosesOnItsLastDayRule(Goal Goal, LocalDate On) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("goal.still-running", ("goal", Goal.Id.Value), ("date", On), ("end", Goal.Period.End));
}
