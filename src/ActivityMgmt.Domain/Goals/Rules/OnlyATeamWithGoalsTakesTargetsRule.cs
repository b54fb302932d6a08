namespace ActivityMgmt.Domain;

/// <summary>Targets move to a team that has goals for the same measures.</summary>
/// <param name="Agent">Who changes the team.</param>
/// <param name="Team">The team without goals.</param>
public sealed record OnlyATeamWithGoalsTakesTargetsRule(AgentId Agent, TeamId Team) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("goal.team-without-goals", ("agent", Agent.Value), ("team", Team.Value));
}
