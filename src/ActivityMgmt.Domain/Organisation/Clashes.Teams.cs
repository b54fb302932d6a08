namespace ActivityMgmt.Domain;

internal static partial class Clashes
{
    private static IEnumerable<Clash> Teams(Organisation organisation, RankOrder ranks)
    {
        var stays = organisation.Agents.SelectMany(organisation.StaysOf).ToLookup(s => s.Team);
        foreach (var team in organisation.Teams)
        {
            foreach (var clash in Overlaps(organisation.PlacesOf(team), team.Value, (first, second, days) => new ATeamHasOnePlaceAtATimeRule(team, first, second, days))
                .Concat(Parents(organisation, team))
                .Concat(Leaders(team, [.. stays[team]], ranks)))
            {
                yield return clash;
            }
        }

        var up = organisation.TeamsWithAPlace.ToDictionary(t => t.Value, t => organisation.PlaceTimeline(t).Select(p => (p.Days, p.Fact.Parent?.Value)).ToArray());
        foreach (var (path, days) in Cycles.In(up))
        {
            yield return new(Severity.Block, new ATeamDoesNotReportToItselfRule(new(path[0]), Cycles.Write(path), days), Cycles.Write(path), days);
        }
    }

    // A team without any place is at the top as long as somebody is ever in it.
    private static IEnumerable<Clash> Parents(Organisation organisation, TeamId team)
    {
        foreach (var (span, place) in organisation.PlaceTimeline(team))
        {
            if (place.Parent is not { } parent || parent == team)
            {
                continue;
            }

            var there = organisation.PlaceTimeline(parent).Select(p => p.Days).ToArray();
            var isAtTheTop = there.Length == 0 && organisation.AgentsWithAnAssignment.Any(a => organisation.AssignmentsOf(a).Any(x => x.Team == parent));
            foreach (var days in isAtTheTop ? [] : span.Without(there))
            {
                yield return new(Severity.Warn, new ATeamReportsToATeamThatExistsRule(team, parent, days), team.Value, days);
            }
        }
    }

    private static IEnumerable<Clash> Leaders(TeamId team, IReadOnlyList<Stay> stays, RankOrder ranks)
    {
        var leaders = stays.Where(s => s.IsLeader).OrderBy(s => s.Agent.Value, StringComparer.Ordinal).ThenBy(s => s.Days.From).ToArray();
        foreach (var days in DateSpan.Merged(stays.Select(s => s.Days)).SelectMany(m => m.Without(leaders.Select(l => l.Days))))
        {
            yield return new(Severity.Warn, new ATeamWithMembersHasALeaderRule(team, days), team.Value, days);
        }

        for (var i = 0; i < leaders.Length; i++)
        {
            var leader = leaders[i];
            for (var j = i + 1; j < leaders.Length; j++)
            {
                if (leaders[j].Agent != leader.Agent && leader.Days.And(leaders[j].Days) is { } days)
                {
                    yield return new(Severity.Block, new ATeamHasOneLeaderAtATimeRule(team, $"{leader.Agent.Value}, {leaders[j].Agent.Value}", days), team.Value, days);
                }
            }

            foreach (var member in stays.Where(s => ranks.Compare(leader.Rank, s.Rank) < 0))
            {
                if (leader.Days.And(member.Days) is { } days)
                {
                    yield return new(
                        Severity.Warn, new ALeaderRanksAtLeastAsHighAsTheMembersRule(team, leader.Agent, member.Agent, days), $"{team.Value} {leader.Agent.Value} {member.Agent.Value}", days);
                }
            }
        }
    }
}
