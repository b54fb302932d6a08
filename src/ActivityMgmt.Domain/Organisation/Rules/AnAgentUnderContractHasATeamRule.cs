namespace ActivityMgmt.Domain;

/// <summary>An agent under contract belongs to a team.</summary>
/// <param name="Agent">Whom it concerns.</param>
/// <param name="Days">The days that clash.</param>
public sealed record AnAgentUnderContractHasATeamRule(AgentId Agent, DateSpan Days) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of(
        "organisation.no-team",
        ("agent", Agent.Value),
        ("days", Days.ToReasonValue()));
}
