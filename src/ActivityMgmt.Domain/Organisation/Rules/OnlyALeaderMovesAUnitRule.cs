namespace ActivityMgmt.Domain;

/// <summary>A unit moves with the agent who leads it.</summary>
/// <param name="Agent">Whom it concerns.</param>
/// <param name="Team">Their team, which they don't lead.</param>
/// <param name="Date">The day.</param>
public sealed record OnlyALeaderMovesAUnitRule(AgentId Agent, TeamId Team, LocalDate Date) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("personnel.leads-no-unit", ("agent", Agent.Value), ("team", Team.Value), ("date", Date));
}
