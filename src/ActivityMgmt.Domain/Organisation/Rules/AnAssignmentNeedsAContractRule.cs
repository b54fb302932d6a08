namespace ActivityMgmt.Domain;

/// <summary>Only an agent under contract belongs to a team.</summary>
/// <param name="Agent">Whom it concerns.</param>
/// <param name="Team">Which team.</param>
/// <param name="Days">The days that clash.</param>
public sealed record AnAssignmentNeedsAContractRule(AgentId Agent, TeamId Team, DateSpan Days) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of(
        "organisation.no-contract",
        ("agent", Agent.Value),
        ("team", Team.Value),
        ("days", Days.ToReasonValue()));
}
