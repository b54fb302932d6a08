namespace ActivityMgmt.Domain;

/// <summary>Only an agent who is active on the day is promoted or demoted.</summary>
/// <param name="Agent">Whom it concerns.</param>
/// <param name="Date">The day.</param>
public sealed record OnlyAnActiveAgentIsPromotedOrMovedRule(AgentId Agent, LocalDate Date) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("personnel.not-active", ("agent", Agent.Value), ("date", Date));
}
