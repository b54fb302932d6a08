namespace ActivityMgmt.Domain;

/// <summary>Targets move to a team that the agent belongs to on the first day there.</summary>
/// <param name="Agent">The agent without a team.</param>
/// <param name="FirstDay">The first day in the new team.</param>
public sealed record OnlyATeamMemberTakesTargetsAlongRule(AgentId Agent, LocalDate FirstDay) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("goal.no-team", ("agent", Agent.Value), ("date", FirstDay));
}
