namespace ActivityMgmt.Domain;

/// <summary>A day of leave is booked once.</summary>
/// <param name="Agent">Whom it concerns.</param>
/// <param name="First">The fact that began first.</param>
/// <param name="Second">The other one.</param>
/// <param name="Days">The days that clash.</param>
public sealed record ALeaveIsBookedOnceRule(AgentId Agent, FactReference First, FactReference Second, DateSpan Days) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of(
        "organisation.leaves-overlap",
        ("agent", Agent.Value),
        ("days", Days.ToReasonValue()),
        ("first", First.ToString()),
        ("second", Second.ToString()));
}
