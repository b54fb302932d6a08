using System.Collections.Concurrent;

namespace ActivityMgmt.Domain;

/// <summary>Who belonged where, with which rank, on any day.</summary>
/// <remarks>Immutable. Where two assignments of an agent overlap, the one that began later counts; of one day, the one that the source booked later.</remarks>
public sealed class Organisation
{
    private readonly Dictionary<AgentId, AgentFact> _agents = [];
    private readonly Dictionary<AgentId, AssignmentFact[]> _assignments;
    private readonly ILookup<AgentId, LicenceFact> _licences;
    private readonly Lazy<ILookup<TeamId, AgentId>> _everIn;
    private readonly ConcurrentDictionary<TeamId, TeamOverTime> _teams = new();

    internal Organisation(IEnumerable<AgentFact> agents, IEnumerable<AssignmentFact> assignments, IEnumerable<LicenceFact> licences)
    {
        foreach (var agent in agents)
        {
            _agents[agent.Agent] = agent;
        }

        _assignments = assignments
            .GroupBy(a => a.Agent)
            .ToDictionary(g => g.Key, g => g.Reverse().ToArray());
        _licences = licences.ToLookup(l => l.Agent);
        Agents = [.. _agents.Keys.OrderBy(a => a.Value, StringComparer.Ordinal)];
        _everIn = new(() => Agents.SelectMany(a => AssignmentsOf(a).Select(x => (x.Team, Agent: a))).Distinct().ToLookup(x => x.Team, x => x.Agent));
        Teams = [.. assignments.Select(a => a.Team).Distinct().OrderBy(t => t.Value, StringComparer.Ordinal)];
    }

    /// <summary>Everyone who ever had master data, sorted by id.</summary>
    public IReadOnlyList<AgentId> Agents { get; }

    /// <summary>Every team that ever had a member, sorted by id.</summary>
    public IReadOnlyList<TeamId> Teams { get; }

    /// <summary>An agent's master data; <see langword="null"/> when unknown.</summary>
    public AgentFact? Find(AgentId agent) => _agents.GetValueOrDefault(agent);

    /// <summary>An agent's assignments, the one that began last first: of several in force on a day, the first one counts. Empty when there are none.</summary>
    public IReadOnlyList<AssignmentFact> AssignmentsOf(AgentId agent) => _assignments.GetValueOrDefault(agent, []);

    /// <summary>The assignment in force on a day; <see langword="null"/> when there is none.</summary>
    public AssignmentFact? AssignmentOf(AgentId agent, LocalDate date)
    {
        foreach (var assignment in AssignmentsOf(agent))
        {
            if (assignment.IsInForceOn(date))
            {
                return assignment;
            }
        }

        return null;
    }

    /// <summary>An agent's practice certificates, in order of their first day; empty when none is known.</summary>
    public IEnumerable<LicenceFact> LicencesOf(AgentId agent) => _licences[agent];

    /// <summary>Whether an agent has a valid practice certificate on a day; <see langword="null"/> when none is known at all.</summary>
    public bool? IsLicensedOn(AgentId agent, LocalDate date) => _licences.Contains(agent) ? _licences[agent].Any(l => l.IsValidOn(date)) : null;

    /// <summary>The team an agent belongs to on a day; <see langword="null"/> when to none.</summary>
    public TeamId? TeamOf(AgentId agent, LocalDate date) => AssignmentOf(agent, date)?.Team;

    /// <summary>Whether an agent is under contract and assigned on a day.</summary>
    public bool IsActive(AgentId agent, LocalDate date) => Find(agent)?.IsUnderContractOn(date) == true && AssignmentOf(agent, date) is not null;

    /// <summary>Agents active on a day, sorted by id.</summary>
    public IReadOnlyList<AgentId> ActiveOn(LocalDate date) => [.. Agents.Where(a => IsActive(a, date))];

    /// <summary>Agents active on at least one day of a period, sorted by id.</summary>
    public IReadOnlyList<AgentId> ActiveIn(DateInterval period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return [.. Agents.Where(a => _assignments.GetValueOrDefault(a, []).Any(x => HaveADayInCommon(Find(a)!, x, period)))];
    }

    /// <summary>A team's active members on a day, the leader included, sorted by id.</summary>
    public IReadOnlyList<AgentId> MembersOf(TeamId team, LocalDate date) => _teams.GetOrAdd(team, t => new(this, t, _everIn.Value[t])).On(date);

    /// <summary>The leader of a team on a day; <see langword="null"/> when nobody leads it.</summary>
    public AgentId? LeaderOf(TeamId team, LocalDate date)
    {
        foreach (var member in MembersOf(team, date))
        {
            if (AssignmentOf(member, date)!.IsLeader)
            {
                return member;
            }
        }

        return null;
    }

    /// <summary>Whole months since joining, on a day; <see langword="null"/> when the agent is unknown or not yet there.</summary>
    public int? TenureInMonths(AgentId agent, LocalDate date) =>
        Find(agent) is { } fact && fact.Date <= date ? Period.Between(fact.Date, date, PeriodUnits.Months).Months : null;

    private static bool HaveADayInCommon(AgentFact contract, AssignmentFact assignment, DateInterval period)
    {
        var first = LocalDate.Max(LocalDate.Max(contract.Date, assignment.Date), period.Start);
        return first <= period.End && !(contract.LeftOn < first) && !(assignment.Until < first);
    }
}
