namespace ActivityMgmt.Domain;

// A team's active members: worked out once for each stretch of days on which nobody comes or goes, since checkpoints ask for every day of half a year.
internal sealed class TeamOverTime
{
    private readonly LocalDate[] _from;
    private readonly AgentId[][] _members;
    private readonly Lazy<Stay[]> _stays;

    public TeamOverTime(Organisation organisation, TeamId team, IEnumerable<AgentId> everIn)
    {
        var candidates = everIn.ToArray();
        _from = [.. candidates.SelectMany(a => Changes(organisation, a)).Distinct().Order()];
        _members = [.. _from.Select(day => candidates.Where(a => organisation.IsActive(a, day) && organisation.TeamOf(a, day) == team).ToArray())];
        _stays = new(() => [.. candidates.SelectMany(organisation.StaysOf).Where(s => s.Team == team)]);
    }

    public IReadOnlyList<Stay> Stays => _stays.Value;

    public IReadOnlyList<AgentId> On(LocalDate date)
    {
        var found = Array.BinarySearch(_from, date);
        var stretch = found >= 0 ? found : ~found - 1;
        return stretch < 0 ? [] : _members[stretch];
    }

    // The days on which an agent's team or contract may differ from the day before.
    private static IEnumerable<LocalDate> Changes(Organisation organisation, AgentId agent)
    {
        LocalDate?[] days = [.. organisation.ContractsOf(agent).SelectMany(c => new[] { c.Date, DayAfter(c.LeftOn) }), .. organisation.AssignmentsOf(agent).SelectMany(a => new[] { a.Date, DayAfter(a.Until) })];
        return days.OfType<LocalDate>();
    }

    private static LocalDate? DayAfter(LocalDate? day) => day < LocalDate.MaxIsoValue ? day.Value.PlusDays(1) : null;
}
