namespace ActivityMgmt.Domain;

/// <summary>Who acts, and the agent behind them: only both together say whether somebody decides about themselves, since the id of an actor need not be that of their agent.</summary>
/// <param name="Id">The actor.</param>
/// <param name="Agent">The agent behind the actor, see <see cref="OrganisationAccess.AgentOf"/>; <see langword="null"/> when there is none.</param>
public readonly record struct Actor(ActorId Id, AgentId? Agent)
{
    /// <summary>Whether it is unattended work, which decides nothing that takes a named person.</summary>
    public bool IsSystem => Id == CallContext.SystemActor;

    /// <summary>Whether it is the agent that a subject is; a team and the branch are nobody.</summary>
    public bool Is(Subject subject) => Agent is { } agent && subject == Subject.Of(agent);
}
