namespace ActivityMgmt.Domain;

public sealed partial class Organisation
{
    /// <summary>Joiners, returners, leavers, moves, promotions and changes of leadership whose first day lies in a period, by date, then agent.</summary>
    /// <remarks>Somebody whose last day is the period's last one leaves in the next period: the first day without them is what counts.</remarks>
    /// <param name="period">Both ends included.</param>
    /// <param name="ranks">Which rank is higher; without it every change of rank is a <see cref="OrganisationChange.ChangedRank"/>.</param>
    public IReadOnlyList<OrganisationChange> ChangesIn(DateInterval period, RankOrder? ranks = null)
    {
        ArgumentNullException.ThrowIfNull(period);
        return
        [
            .. Agents.SelectMany(a => ChangesOf(a, ranks ?? RankOrder.None))
                .Where(c => period.Contains(c.Date))
                .OrderBy(c => c.Date)
                .ThenBy(c => c.Agent.Value, StringComparer.Ordinal),
        ];
    }

    /// <summary>Everything that ever changed for an agent, by date.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="ranks">Which rank is higher.</param>
    public IReadOnlyList<OrganisationChange> ChangesOf(AgentId agent, RankOrder ranks)
    {
        Guard.Against.Null(ranks);
        var changes = new List<OrganisationChange>();
        Stay? before = null;
        foreach (var stay in StaysOf(agent))
        {
            if (before is null || before.Days.Until != stay.Days.From.PlusDays(-1))
            {
                Close(before, changes);
                Open(before, stay, changes);
            }
            else
            {
                Continue(before, stay, ranks, changes);
            }

            before = stay;
        }

        Close(before, changes);
        return changes;
    }

    private static void Open(Stay? before, Stay stay, List<OrganisationChange> changes)
    {
        changes.Add(before?.Days.Until is { } last
            ? new OrganisationChange.Returned(stay.Agent, stay.Days.From, stay.Team, stay.Rank, last)
            : new OrganisationChange.Joined(stay.Agent, stay.Days.From, stay.Team, stay.Rank));
        if (stay.IsLeader)
        {
            changes.Add(new OrganisationChange.LeadershipTaken(stay.Agent, stay.Days.From, stay.Team));
        }
    }

    private void Close(Stay? stay, List<OrganisationChange> changes)
    {
        if (stay?.Days.Until is not { } last)
        {
            return;
        }

        var date = last.PlusDays(1);
        if (stay.IsLeader)
        {
            changes.Add(new OrganisationChange.LeadershipLost(stay.Agent, date, stay.Team));
        }

        changes.Add(new OrganisationChange.Left(stay.Agent, date, stay.Team, stay.Rank, ContractOf(stay.Agent, date) is not null));
    }

    private static void Continue(Stay before, Stay stay, RankOrder ranks, List<OrganisationChange> changes)
    {
        var (agent, date) = (stay.Agent, stay.Days.From);
        var sameLeadership = before.IsLeader && stay.IsLeader && before.Team == stay.Team;
        if (before.IsLeader && !sameLeadership)
        {
            changes.Add(new OrganisationChange.LeadershipLost(agent, date, before.Team));
        }

        if (before.Team != stay.Team)
        {
            changes.Add(new OrganisationChange.MovedTeam(agent, date, before.Team, stay.Team));
        }

        if (before.Rank != stay.Rank)
        {
            changes.Add(ranks.Compare(before.Rank, stay.Rank) switch
            {
                < 0 => new OrganisationChange.Promoted(agent, date, before.Rank, stay.Rank),
                > 0 => new OrganisationChange.Demoted(agent, date, before.Rank, stay.Rank),
                _ => new OrganisationChange.ChangedRank(agent, date, before.Rank, stay.Rank),
            });
        }

        if (stay.IsLeader && !sameLeadership)
        {
            changes.Add(new OrganisationChange.LeadershipTaken(agent, date, stay.Team));
        }
    }
}
