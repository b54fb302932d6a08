namespace ActivityMgmt.Domain;

/// <summary>A move leads to another team than the one of the day, and a unit moves neither to where it is nor into itself.</summary>
/// <param name="Agent">Whom it concerns.</param>
/// <param name="Team">Where to; the unit itself when it is at the top already.</param>
/// <param name="Date">The day.</param>
public sealed record AMoveLeadsSomewhereElseRule(AgentId Agent, TeamId Team, LocalDate Date) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("personnel.moves-nowhere", ("agent", Agent.Value), ("team", Team.Value), ("date", Date));
}
