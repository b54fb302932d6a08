namespace ActivityMgmt.Domain;

/// <summary>Teams, the teams below them, and their members, each with the days for which they belong there.</summary>
internal static class TeamStretches
{
    public static IEnumerable<AccessStretch> Of(Organisation organisation, IReadOnlyList<TeamId> teams)
    {
        if (teams.Count == 0)
        {
            return [];
        }

        var below = teams.SelectMany(t => Below(organisation, t)).ToArray();
        var daysOf = below.ToLookup(b => b.Team);
        var members = organisation.Agents.SelectMany(agent => Memberships(organisation, agent)
            .SelectMany(m => daysOf[m.Team].Select(d => (Subject: Subject.Of(agent), From: Later(m.From, d.From), Until: Earlier(m.Until, d.Until)))));
        return below.Select(b => (Subject: Subject.Of(b.Team), b.From, b.Until))
            .Concat(members)
            .Where(s => !(s.From > s.Until))
            .Select(s => new AccessStretch(s.Subject, s.From, s.Until))
            .Distinct();
    }

    // A team, and every team below it with the days on which it is.
    private static IEnumerable<(TeamId Team, LocalDate? From, LocalDate? Until)> Below(Organisation organisation, TeamId team)
    {
        yield return (team, null, null);
        var cuts = organisation.Teams
            .SelectMany(organisation.PlacesOf)
            .SelectMany(p => p.Until is { } until ? [p.Date, until.PlusDays(1)] : new[] { p.Date })
            .Distinct()
            .Order()
            .ToArray();
        for (var i = 0; i < cuts.Length; i++)
        {
            foreach (var below in organisation.TeamsBelow(team, cuts[i]))
            {
                yield return (below, cuts[i], i + 1 < cuts.Length ? cuts[i + 1].PlusDays(-1) : null);
            }
        }
    }

    // Overlapping assignments: on each day the one that Organisation says, so the days are cut wherever one begins or ends.
    private static IEnumerable<(TeamId Team, LocalDate? From, LocalDate? Until)> Memberships(Organisation organisation, AgentId agent)
    {
        var cuts = organisation.AssignmentsOf(agent)
            .SelectMany(a => a.Until is { } until ? [a.Date, until.PlusDays(1)] : new[] { a.Date })
            .Distinct()
            .Order()
            .ToArray();
        for (var i = 0; i < cuts.Length; i++)
        {
            if (organisation.TeamOf(agent, cuts[i]) is { } team)
            {
                yield return (team, cuts[i], i + 1 < cuts.Length ? cuts[i + 1].PlusDays(-1) : null);
            }
        }
    }

    private static LocalDate? Later(LocalDate? one, LocalDate? other) => one is null || other > one ? other ?? one : one;

    private static LocalDate? Earlier(LocalDate? one, LocalDate? other) => one is null || other < one ? other ?? one : one;
}
