namespace ActivityMgmt.Domain;

/// <summary>A team with its own members and the teams below it on one day, without branches in which nobody is.</summary>
internal sealed record TeamTree(TeamId Team, IReadOnlyList<AgentId> Members, IReadOnlyList<TeamTree> Below)
{
    /// <summary>How many agents are in it and below it.</summary>
    public int Size => Members.Count + Below.Sum(b => b.Size);

    /// <summary>The trees that hold every agent once, sorted by team. Teams that report to each other in a circle all stand at the top, so that nobody is lost.</summary>
    public static IReadOnlyList<TeamTree> Of(Organisation organisation, IReadOnlyList<AgentId> agents, LocalDate date)
    {
        var members = agents.ToLookup(a => organisation.TeamOf(a, date)!.Value);
        var teams = members.SelectMany(m => organisation.TeamsAbove(m.Key, date).Append(m.Key)).Distinct().OrderBy(t => t.Value, StringComparer.Ordinal).ToArray();
        var parents = teams.ToDictionary(t => t, t => IsInACircle(organisation, t, date) ? null : organisation.ParentOf(t, date));
        var below = teams.Where(t => parents[t] is not null).ToLookup(t => parents[t]!.Value);
        TeamTree Tree(TeamId team) => new(team, [.. members[team]], [.. below[team].Select(Tree)]);
        // Nobody may be left below a team whose circle was opened.
        return [.. teams.Where(t => parents[t] is null).Select(Tree).Where(t => t.Size > 0)];
    }

    private static bool IsInACircle(Organisation organisation, TeamId team, LocalDate date)
    {
        var seen = new HashSet<TeamId>();
        for (var next = organisation.ParentOf(team, date); next is { } up && seen.Add(up); next = organisation.ParentOf(up, date))
        {
            if (up == team)
            {
                return true;
            }
        }

        return false;
    }
}
