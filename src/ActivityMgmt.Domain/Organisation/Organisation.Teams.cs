using System.Collections.Concurrent;

namespace ActivityMgmt.Domain;

public sealed partial class Organisation
{
    private readonly Dictionary<TeamId, TeamFact[]> _places;
    private readonly Lazy<LocalDate[]> _treeChanges;
    private readonly ConcurrentDictionary<int, ILookup<TeamId, TeamId>> _trees = new();

    /// <summary>A team's place in the reporting tree on a day; <see langword="null"/> when it has none.</summary>
    public TeamFact? PlaceOf(TeamId team, LocalDate date)
    {
        foreach (var place in _places.GetValueOrDefault(team, []))
        {
            if (place.IsInForceOn(date))
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>A team's places over time, the one that began last first; empty when it never had one.</summary>
    public IReadOnlyList<TeamFact> PlacesOf(TeamId team) => _places.GetValueOrDefault(team, []);

    /// <summary>The team a team reports to on a day; <see langword="null"/> at the top and for a team without a place.</summary>
    public TeamId? ParentOf(TeamId team, LocalDate date) => PlaceOf(team, date)?.Parent;

    /// <summary>The teams above a team on a day, the nearest first. A cycle in the facts ends the list before it repeats.</summary>
    public IReadOnlyList<TeamId> TeamsAbove(TeamId team, LocalDate date)
    {
        var above = new List<TeamId>();
        for (var parent = ParentOf(team, date); parent is { } t && t != team && !above.Contains(t); parent = ParentOf(t, date))
        {
            above.Add(t);
        }

        return above;
    }

    /// <summary>The teams that report to a team on a day, sorted by id.</summary>
    public IReadOnlyList<TeamId> TeamsDirectlyBelow(TeamId team, LocalDate date) => [.. TreeOn(date)[team].Where(t => t != team)];

    /// <summary>All teams below a team on a day, at any depth, sorted by id; the team itself is not among them.</summary>
    public IReadOnlyList<TeamId> TeamsBelow(TeamId team, LocalDate date)
    {
        var children = TreeOn(date);
        var below = new HashSet<TeamId>();
        var next = new Queue<TeamId>(children[team]);
        while (next.TryDequeue(out var child))
        {
            if (child != team && below.Add(child))
            {
                foreach (var grandchild in children[child])
                {
                    next.Enqueue(grandchild);
                }
            }
        }

        return [.. below.OrderBy(t => t.Value, StringComparer.Ordinal)];
    }

    // Who reports to whom, sorted by id: worked out once for each stretch of days on which no place changes.
    private ILookup<TeamId, TeamId> TreeOn(LocalDate date)
    {
        var found = Array.BinarySearch(_treeChanges.Value, date);
        return _trees.GetOrAdd(found >= 0 ? found : ~found - 1, _ => Teams.Where(t => ParentOf(t, date) is not null).ToLookup(t => ParentOf(t, date)!.Value));
    }

    /// <summary>Active members on a day of a team and all teams below it, sorted by id.</summary>
    public IReadOnlyList<AgentId> MembersWithin(TeamId team, LocalDate date) =>
        [.. TeamsBelow(team, date).Append(team).SelectMany(t => MembersOf(t, date)).OrderBy(a => a.Value, StringComparer.Ordinal)];

    /// <summary>The working days of a team's own members together: of each the own ones (<see cref="WorkCalendarOf"/>) on the days of the period, both ends included, on which they were in the team.</summary>
    public int WorkingDaysOf(TeamId team, DateInterval period, IWorkCalendar company) =>
        WorkingDays(OverTime(team).Stays, period, company);

    /// <summary>The working days of everybody together: of each the own ones (<see cref="WorkCalendarOf"/>) on the days of the period, both ends included, on which they were active.</summary>
    public int WorkingDaysOfAll(DateInterval period, IWorkCalendar company) => WorkingDays(Agents.SelectMany(StaysOf), period, company);

    /// <summary>The team an active agent is in on a day; of somebody who isn't active then, the team of the last day before on which they were. <see langword="null"/> when there is none.</summary>
    public TeamId? LastTeamOf(AgentId agent, LocalDate date) => IsActive(agent, date)
        ? TeamOf(agent, date)
        : StaysOf(agent).LastOrDefault(s => s.Days.From <= date)?.Assignment.Team;

    /// <summary>Who leads an agent on a day: the leader of the own team, or, for somebody who leads it or has no leader there, of the nearest team above that has one. <see langword="null"/> at the top.</summary>
    public AgentId? SupervisorOf(AgentId agent, LocalDate date)
    {
        if (TeamOf(agent, date) is not { } team)
        {
            return null;
        }

        foreach (var above in (TeamId[])[team, .. TeamsAbove(team, date)])
        {
            if (LeaderOf(above, date) is { } leader && leader != agent)
            {
                return leader;
            }
        }

        return null;
    }

    /// <summary>The agents whose supervisor somebody is on a day (直辖), sorted by id.</summary>
    public IReadOnlyList<AgentId> DirectReportsOf(AgentId agent, LocalDate date) => [.. ActiveOn(date).Where(a => SupervisorOf(a, date) == agent)];

    private int WorkingDays(IEnumerable<Stay> stays, DateInterval period, IWorkCalendar company)
    {
        Guard.Against.Null(period);
        Guard.Against.Null(company);
        var days = new DateSpan(period.Start, period.End);
        return stays.Sum(stay => stay.Days.And(days) is { Until: { } until } common ? WorkCalendarOf(stay.Agent, company).WorkingDaysIn(new(common.From, until)) : 0);
    }
}
