namespace ActivityMgmt.Domain;

/// <summary>An agent has one contract at a time.</summary>
/// <param name="Agent">Whom it concerns.</param>
/// <param name="First">The fact that began first.</param>
/// <param name="Second">The other one.</param>
/// <param name="Days">The days that clash.</param>
public sealed record AnAgentHasOneContractAtATimeRule(AgentId Agent, FactReference First, FactReference Second, DateSpan Days) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of(
        "organisation.contracts-overlap",
        ("agent", Agent.Value),
        ("days", Days.ToReasonValue()),
        ("first", First.ToString()),
        ("second", Second.ToString()));
}
