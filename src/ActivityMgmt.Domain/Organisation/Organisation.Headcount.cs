namespace ActivityMgmt.Domain;

public sealed partial class Organisation
{
    /// <summary>How the headcount of a team and the teams below it, or of everybody, changed in a period.</summary>
    /// <param name="period">Both ends included; a leaver whose last day is the last one is still there at closing.</param>
    /// <param name="team">The team; <see langword="null"/> for everybody.</param>
    public HeadcountWalk HeadcountWalkOf(DateInterval period, TeamId? team = null)
    {
        ArgumentNullException.ThrowIfNull(period);
        var opening = period.Start.PlusDays(-1);
        var teams = TeamsOnEachDay(opening, period.End, team);
        var (joined, returned, left) = (new List<(LocalDate, AgentId)>(), new List<(LocalDate, AgentId)>(), new List<(LocalDate, AgentId)>());
        var (movedIn, movedOut) = (new List<(LocalDate, AgentId)>(), new List<(LocalDate, AgentId)>());
        var (first, last) = (new List<AgentId>(), new List<AgentId>());
        foreach (var agent in AgentsEverIn(teams))
        {
            var stays = StaysOf(agent);
            var was = StayOn(stays, opening);
            if (IsWithin(was, opening))
            {
                first.Add(agent);
            }

            var before = opening;
            foreach (var date in BreaksOf(stays))
            {
                var now = StayOn(stays, date);
                switch (IsWithin(was, before), IsWithin(now, date))
                {
                    case (false, true) when was is not null:
                        movedIn.Add((date, agent));
                        break;
                    case (false, true):
                        (stays[0].Days.From == date ? joined : returned).Add((date, agent));
                        break;
                    case (true, false):
                        (now is null ? left : movedOut).Add((date, agent));
                        break;
                    default:
                        break;
                }

                (was, before) = (now, date);
            }

            if (IsWithin(was, before))
            {
                last.Add(agent);
            }
        }

        return new()
        {
            Team = team,
            Period = period,
            Opening = first,
            Joined = InOrder(joined),
            Returned = InOrder(returned),
            Left = InOrder(left),
            MovedIn = InOrder(movedIn),
            MovedOut = InOrder(movedOut),
            Closing = last,
        };

        bool IsWithin(Stay? stay, LocalDate date) => stay is not null && (team is null || teams.Last(t => t.From <= date).Teams.Contains(stay.Team));

        IEnumerable<LocalDate> BreaksOf(IReadOnlyList<Stay> stays) => EffectiveSpans.Breaks(stays.Select(s => s.Days))
            .Concat(teams.Select(t => t.From))
            .Where(d => opening < d && d <= period.End)
            .Distinct()
            .Order();
    }

    // Whoever was never in one of the teams neither comes nor goes; sorted by id, as all agents are.
    private IEnumerable<AgentId> AgentsEverIn(List<(LocalDate From, HashSet<TeamId> Teams)> teams) => teams.Count == 0
        ? Agents
        : teams.SelectMany(t => t.Teams).Distinct().SelectMany(t => _everIn.Value[t]).Distinct().OrderBy(a => a.Value, StringComparer.Ordinal);

    private static Stay? StayOn(IReadOnlyList<Stay> stays, LocalDate date) => stays.FirstOrDefault(s => s.Days.Contains(date));

    private static AgentId[] InOrder(List<(LocalDate Date, AgentId Agent)> agents) =>
        [.. agents.OrderBy(a => a.Date).ThenBy(a => a.Agent.Value, StringComparer.Ordinal).Select(a => a.Agent)];

    // The team and those below it, from each day on which the tree changes.
    private List<(LocalDate From, HashSet<TeamId> Teams)> TeamsOnEachDay(LocalDate first, LocalDate last, TeamId? team) => team is not { } top
        ? []
        : [
            .. _treeChanges.Value
                .Where(d => first < d && d <= last)
                .Prepend(first)
                .Select(d => (d, TeamsBelow(top, d).Append(top).ToHashSet())),
        ];
}
