namespace ActivityMgmt.Domain;

/// <summary>Days on which an agent is active in one assignment.</summary>
internal sealed record Stay(AgentId Agent, DateSpan Days, AssignmentFact Assignment)
{
    public TeamId Team => Assignment.Team;

    public string Rank => Assignment.Rank;

    public bool IsLeader => Assignment.IsLeader;
}
