using System.Collections.Concurrent;

namespace ActivityMgmt.Domain;

/// <summary>Who belonged where, with which rank, on any day.</summary>
/// <remarks>
/// Immutable. Three relations change independently: who leads whom (teams and their leaders), who recruited whom and who bred whom (lineage).
/// Where two facts of one kind overlap, the one that began later counts; of one day, the one that the source booked later.
/// Asked of <see cref="FactBook"/>s of different commit sequences it answers <em>as known then</em>.
/// </remarks>
public sealed partial class Organisation
{
    private readonly Dictionary<AgentId, AgentFact[]> _contracts;
    private readonly Dictionary<AgentId, AssignmentFact[]> _assignments;
    private readonly ILookup<AgentId, LicenceFact> _licences;
    private readonly ILookup<AgentId, LeaveFact> _leaves;
    private readonly Lazy<ILookup<TeamId, AgentId>> _everIn;
    private readonly ConcurrentDictionary<TeamId, TeamOverTime> _teams = new();

    internal Organisation(FactLists lists)
    {
        _contracts = LastFirst(lists.Agents, a => a.Agent);
        _assignments = LastFirst(lists.Assignments, a => a.Agent);
        _licences = lists.Licences.ToLookup(l => l.Agent);
        _leaves = lists.Leaves.ToLookup(l => l.Agent);
        _places = LastFirst(lists.Teams, t => t.Team);
        _uplines = LastFirst(lists.Lineage, l => (l.Agent, l.Relation));
        _downlines = lists.Lineage.ToLookup(l => (l.Upline, l.Relation));
        _treeChanges = new(() => [.. EffectiveSpans.Breaks(lists.Teams.Select(SpanOf)).Distinct().Order()]);
        Agents = [.. _contracts.Keys.OrderBy(a => a.Value, StringComparer.Ordinal)];
        _everIn = new(() => Agents.SelectMany(a => AssignmentsOf(a).Select(x => (x.Team, Agent: a))).Distinct().ToLookup(x => x.Team, x => x.Agent));
        Teams =
        [
            .. _assignments.Values.SelectMany(a => a).Select(a => a.Team)
                .Concat(_places.Values.SelectMany(t => t).SelectMany(t => t.Parent is { } parent ? [t.Team, parent] : (TeamId[])[t.Team]))
                .Distinct()
                .OrderBy(t => t.Value, StringComparer.Ordinal),
        ];
    }

    /// <summary>Everyone who ever had a contract, sorted by id.</summary>
    public IReadOnlyList<AgentId> Agents { get; }

    /// <summary>Every team that ever had a member or a place in the tree, sorted by id.</summary>
    public IReadOnlyList<TeamId> Teams { get; }

    /// <summary>An agent's last contract; <see langword="null"/> when the agent is unknown.</summary>
    public AgentFact? Find(AgentId agent) => ContractsOf(agent) is [var last, ..] ? last : null;

    /// <summary>An agent's contracts, the last one first: more than one for somebody who came back. Empty when unknown.</summary>
    public IReadOnlyList<AgentFact> ContractsOf(AgentId agent) => _contracts.GetValueOrDefault(agent, []);

    /// <summary>The contract in force on a day; <see langword="null"/> when there is none.</summary>
    public AgentFact? ContractOf(AgentId agent, LocalDate date)
    {
        foreach (var contract in ContractsOf(agent))
        {
            if (contract.IsUnderContractOn(date))
            {
                return contract;
            }
        }

        return null;
    }

    /// <summary>The contract in force on a day; of somebody without one then, the last one before it. <see langword="null"/> when the agent is unknown or not yet there.</summary>
    public AgentFact? LatestContractOf(AgentId agent, LocalDate date) =>
        ContractOf(agent, date) ?? ContractsOf(agent).FirstOrDefault(c => c.Date <= date && !(c.LeftOn < c.Date));

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

    /// <summary>Whether an agent may sell something (a scope such as <c>annuity</c>) on a day; <see langword="null"/> when no certificate is known at all.</summary>
    public bool? IsLicensedOn(AgentId agent, LocalDate date, string scope) =>
        _licences.Contains(agent) ? _licences[agent].Any(l => l.IsValidOn(date) && l.Permits(scope)) : null;

    /// <summary>An agent's leave, in order of its first day; empty when none is known.</summary>
    public IEnumerable<LeaveFact> LeavesOf(AgentId agent) => _leaves[agent];

    /// <summary>The leave that covers a day; <see langword="null"/> when the agent isn't on leave.</summary>
    public LeaveFact? LeaveOf(AgentId agent, LocalDate date) => _leaves[agent].LastOrDefault(l => l.Covers(date));

    /// <summary>The days that an agent works: those of the company that are in the pattern of the contract of that day (of the last one before it, where there is none), without any leave, whatever its kind.</summary>
    /// <param name="agent">The agent; of somebody unknown the company's own days.</param>
    /// <param name="company">The days that everybody works.</param>
    public IWorkCalendar WorkCalendarOf(AgentId agent, IWorkCalendar company)
    {
        ArgumentNullException.ThrowIfNull(company);
        var own = WeekdaysOf(agent, company);
        return _leaves.Contains(agent) ? own.WithLeave(_leaves[agent].Select(l => new DateInterval(l.Date, l.Until ?? LocalDate.MaxIsoValue))) : own;
    }

    // The same with leave. Nearly everybody works on the same weekdays all the time, and those are counted without looking at each day.
    internal IWorkCalendar WeekdaysOf(AgentId agent, IWorkCalendar company) => ContractsOf(agent).Select(c => c.WorksOn).Distinct().ToArray() switch
    {
        [] or [null] => company,
        [{ } weekdays] => company.WithPattern(weekdays),
        _ => new ContractWeekdays(this, agent, company),
    };

    /// <summary>The team an agent belongs to on a day; <see langword="null"/> when to none.</summary>
    public TeamId? TeamOf(AgentId agent, LocalDate date) => AssignmentOf(agent, date)?.Team;

    /// <summary>Whether an agent is under contract and assigned on a day.</summary>
    public bool IsActive(AgentId agent, LocalDate date) => ContractOf(agent, date) is not null && AssignmentOf(agent, date) is not null;

    /// <summary>Agents active on a day, sorted by id.</summary>
    public IReadOnlyList<AgentId> ActiveOn(LocalDate date) => [.. Agents.Where(a => IsActive(a, date))];

    /// <summary>Agents active on at least one day of a period, sorted by id.</summary>
    public IReadOnlyList<AgentId> ActiveIn(DateInterval period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return [.. Agents.Where(a => ContractsOf(a).Any(c => AssignmentsOf(a).Any(x => HaveADayInCommon(c, x, period))))];
    }

    /// <summary>A team's own active members on a day, the leader included, sorted by id; members of teams below are not among them.</summary>
    public IReadOnlyList<AgentId> MembersOf(TeamId team, LocalDate date) => OverTime(team).On(date);

    private TeamOverTime OverTime(TeamId team) => _teams.GetOrAdd(team, t => new(this, t, _everIn.Value[t]));

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

    /// <summary>Whole months on a day since the agent joined, see <see cref="JoinedOn"/>: a contract that follows on the next day goes on counting. <see langword="null"/> when the agent is unknown or not yet there.</summary>
    public int? TenureInMonths(AgentId agent, LocalDate date) =>
        JoinedOn(agent, date) is { } joined ? Period.Between(joined, date, PeriodUnits.Months).Months : null;

    private static bool HaveADayInCommon(AgentFact contract, AssignmentFact assignment, DateInterval period)
    {
        var first = LocalDate.Max(LocalDate.Max(contract.Date, assignment.Date), period.Start);
        return first <= period.End && !(contract.LeftOn < first) && !(assignment.Until < first);
    }

    private static Dictionary<TKey, T[]> LastFirst<TKey, T>(IEnumerable<T> facts, Func<T, TKey> key)
        where TKey : notnull =>
        facts.GroupBy(key).ToDictionary(g => g.Key, g => g.Reverse().ToArray());
}
