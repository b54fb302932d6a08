namespace ActivityMgmt.Domain;

/// <summary>How roles follow from the organisation. Roles count as held on a day; members' data count for the days on which they belong to the team.</summary>
/// <remarks>
/// An agent who is under contract and assigned on the day has <see cref="Agent"/>, a leader also <see cref="TeamLeader"/> for the team and the teams below it. A new leader sees a
/// team's past, but of somebody who moved only the days in the team; who no longer leads sees nothing of it any more. Who was under contract before has <see cref="FormerAgent"/>.
/// Nobody decides on their own agent's data because they lead the team: of rights that reach teams, only seeing reaches it.
/// </remarks>
public sealed record OrganisationAccess
{
    /// <summary>What every agent may. <value>Default: <see cref="AccessRoles.Agent"/>.</value></summary>
    public AccessRole Agent { get; init; } = AccessRoles.Agent;

    /// <summary>What everybody may who was under contract and is not any more. <value>Default: <see cref="AccessRoles.FormerAgent"/>.</value></summary>
    public AccessRole FormerAgent { get; init; } = AccessRoles.FormerAgent;

    /// <summary>What every leader of a team may. <value>Default: <see cref="AccessRoles.TeamLeader"/>.</value></summary>
    public AccessRole TeamLeader { get; init; } = AccessRoles.TeamLeader;

    /// <summary>Roles that don't follow from the organisation. <value>Default: none.</value></summary>
    public IReadOnlyList<RoleAssignment> Assignments { get; init; } = [];

    /// <summary>The agent behind an actor; <see langword="null"/> when there is none. <value>Default: the agent of the same id.</value></summary>
    public Func<ActorId, AgentId?> AgentOf { get; init; } = actor => new AgentId(actor.Value);

    /// <summary>The scope of an actor. The system actor has <see cref="AccessRoles.System"/>.</summary>
    public AccessScope ScopeOf(CallContext call, Organisation organisation, LocalDate on)
    {
        Guard.Against.Null(call);
        Guard.Against.Null(organisation);
        var agent = AgentOf(call.Actor) is { } known && organisation.ContractsOf(known).Any(c => c.Date <= on) ? known : (AgentId?)null;
        var isActive = agent is { } present && organisation.IsActive(present, on);
        var led = isActive && organisation.AssignmentOf(agent!.Value, on) is { IsLeader: true } place ? new[] { place.Team } : [];
        (AccessRole Role, IReadOnlyList<TeamId> Teams)[] held =
        [
            .. call.Actor == CallContext.SystemActor ? [(AccessRoles.System, [])] : Array.Empty<(AccessRole, IReadOnlyList<TeamId>)>(),
            .. agent is null ? [] : new[] { (isActive ? Agent : FormerAgent, (IReadOnlyList<TeamId>)led) },
            .. led.Length == 0 ? [] : new[] { (TeamLeader, (IReadOnlyList<TeamId>)led) },
            .. Assignments.Where(a => a.Actor == call.Actor && a.IsHeldOn(on)).Select(a => (a.Role, a.Teams)),
        ];
        return AccessScope.Nothing(call) with
        {
            Agent = agent,
            Grants = [.. held.SelectMany(h => h.Role.Rights.SelectMany(r => GrantsOf(r, agent, organisation, h.Teams))).Where(g => g.Actions.Count > 0 && g.Stretches.Count > 0)],
        };
    }

    private static IEnumerable<AccessGrant> GrantsOf(AccessRight right, AgentId? agent, Organisation organisation, IReadOnlyList<TeamId> teams)
    {
        AccessGrant Granted(IReadOnlyList<AccessAction> actions, IReadOnlyList<AccessStretch> stretches) => new() { Actions = actions, Data = right.Data, Stretches = stretches };
        switch (right.Reach)
        {
            case AccessReach.Everything:
                return [Granted(right.Actions, [AccessStretch.Everything])];
            case AccessReach.Own:
                return agent is { } own ? [Granted(right.Actions, [new(Subject.Of(own))])] : [];
            default:
                AccessStretch[] reached = [.. TeamStretches.Of(organisation, teams)];
                return
                [
                    Granted([.. right.Actions.Where(a => a == AccessAction.See)], reached),
                    Granted([.. right.Actions.Where(a => a != AccessAction.See)], agent is { } self ? Array.FindAll(reached, s => s.Subject != Subject.Of(self)) : reached),
                ];
        }
    }
}
