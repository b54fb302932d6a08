namespace ActivityMgmt.Domain.Tests;

/// <summary>Answers every question about a day by looking at all facts of that day, and every question about a time day by day.</summary>
internal sealed class NaiveOrganisation(IEnumerable<Fact> known)
{
    private readonly List<Fact> _facts = [.. known.OrderBy(f => f.Date).ThenBy(f => f.Origin.Sequence).ThenBy(f => f.Key)];

    public IReadOnlyList<AgentId> Agents => Sorted(_facts.OfType<AgentFact>().Select(a => a.Agent));

    public AgentFact? Contract(AgentId agent, LocalDate day) => _facts.OfType<AgentFact>().LastOrDefault(a => a.Agent == agent && Holds(a.Date, a.LeftOn, day));

    public AssignmentFact? Assignment(AgentId agent, LocalDate day) => _facts.OfType<AssignmentFact>().LastOrDefault(a => a.Agent == agent && Holds(a.Date, a.Until, day));

    public TeamId? Parent(TeamId team, LocalDate day) => _facts.OfType<TeamFact>().LastOrDefault(t => t.Team == team && Holds(t.Date, t.Until, day))?.Parent;

    public AgentId? Upline(AgentId agent, LineageRelation relation, LocalDate day) =>
        _facts.OfType<LineageFact>().LastOrDefault(l => l.Agent == agent && l.Relation == relation && Holds(l.Date, l.Until, day))?.Upline;

    public bool IsActive(AgentId agent, LocalDate day) => Contract(agent, day) is not null && Assignment(agent, day) is not null;

    // Whether somebody is reached by walking up from a team, the first one not counted.
    public bool IsBelow(TeamId team, TeamId top, LocalDate day)
    {
        var next = Parent(team, day);
        for (var steps = 0; steps < 10 && next is { } t; steps++, next = Parent(t, day))
        {
            if (t == top)
            {
                return team != top;
            }
        }

        return false;
    }

    public IReadOnlyList<AgentId> MembersWithin(TeamId top, LocalDate day) =>
        [.. Agents.Where(a => IsActive(a, day) && Assignment(a, day)!.Team is var t && (t == top || IsBelow(t, top, day)))];

    public AgentId? Leader(TeamId team, LocalDate day) =>
        Agents.Where(a => IsActive(a, day) && Assignment(a, day) is { IsLeader: true } x && x.Team == team).Select(a => (AgentId?)a).FirstOrDefault();

    public AgentId? Supervisor(AgentId agent, LocalDate day)
    {
        var team = Assignment(agent, day)?.Team;
        for (var steps = 0; steps < 10 && team is { } t; steps++, team = Parent(t, day))
        {
            if (Leader(t, day) is { } leader && leader != agent)
            {
                return leader;
            }
        }

        return null;
    }

    // The generation of somebody below an upline: how many steps lead up to it; nobody is below themselves.
    public int? Generation(AgentId agent, AgentId top, LineageRelation relation, LocalDate day)
    {
        var next = Upline(agent, relation, day);
        for (var generation = 1; generation < 10 && next is { } u && agent != top; generation++, next = Upline(u, relation, day))
        {
            if (u == top)
            {
                return generation;
            }
        }

        return null;
    }

    public LocalDate? RankSince(AgentId agent, LocalDate day)
    {
        if (Assignment(agent, day) is not { } held)
        {
            return null;
        }

        var isContractor = Contract(agent, day) is not null;
        var since = day;
        while (Assignment(agent, since.PlusDays(-1)) is { } before && before.Rank == held.Rank && (!isContractor || Contract(agent, since.PlusDays(-1)) is not null))
        {
            since = since.PlusDays(-1);
        }

        return since;
    }

    private static bool Holds(LocalDate from, LocalDate? until, LocalDate day) => from <= day && (until is null || day <= until);

    private static AgentId[] Sorted(IEnumerable<AgentId> agents) => [.. agents.Distinct().OrderBy(a => a.Value, StringComparer.Ordinal)];
}
