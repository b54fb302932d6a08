namespace ActivityMgmt.Domain;

internal sealed partial class PersonnelDraft
{
    public void Promote(PersonnelEvent.Promotion promotion)
    {
        var (agent, date) = (promotion.Agent, promotion.Date);
        var held = AssignmentFor(agent, date, promotion.Rank, way: 1);
        ChangeRank(held, date, promotion.Rank, a => promotion.OwnTeam is { } own ? a with { Team = own, IsLeader = true } : a);
        Because("personnel.promoted", ("agent", agent.Value), ("from", held.Rank), ("to", promotion.Rank), ("date", date));
        if (promotion.OwnTeam is { } team && team != held.Team && Organisation.PlaceOf(team, date) is null)
        {
            HangBelow(team, held.Team, date);
            Because("personnel.own-team", ("agent", agent.Value), ("team", team.Value), ("parent", held.Team.Value), ("date", date));
        }

        Settle(agent, date);
    }

    public void Demote(PersonnelEvent.Demotion demotion)
    {
        var (agent, date) = (demotion.Agent, demotion.Date);
        var held = AssignmentFor(agent, date, demotion.Rank, way: -1);
        var breeding = Organisation.LineageOf(agent, LineageRelation.Bred, date);
        ChangeRank(held, date, demotion.Rank, a => a with { IsLeader = a.IsLeader && demotion.KeepsTheTeam });
        Because("personnel.demoted", ("agent", agent.Value), ("from", held.Rank), ("to", demotion.Rank), ("date", date));
        if (held.IsLeader && !demotion.KeepsTheTeam)
        {
            LoseTheTeam(agent, held.Team, breeding?.Upline, date, _policies.Lineage.TeamOfADemotedLeader);
            EndBreedingOf(breeding, date);
        }

        Settle(agent, date);
    }

    private AssignmentFact AssignmentFor(AgentId agent, LocalDate date, string rank, int way)
    {
        var held = ActiveAssignmentOf(agent, date);
        return _policies.Ranks.Compare(rank, held.Rank) is { } compared && Math.Sign(compared) != way
            ? throw new BrokenRuleException(new APromotionLeadsUpAndADemotionDownRule(agent, held.Rank, rank, date))
            : held;
    }

    private void ChangeRank(AssignmentFact held, LocalDate date, string rank, Func<AssignmentFact, AssignmentFact> change)
    {
        var probation = _policies.ProbationUntil(rank, date);
        Replace(held, date, a => change(a) with { Rank = rank, ProbationUntil = a.Until < probation ? a.Until : probation });
    }

    // Leading and breeding follow the ranks: first upwards, then downwards, then those who come back.
    private void Settle(AgentId agent, LocalDate date)
    {
        if (LedBy(agent, date) is not { } team)
        {
            return;
        }

        while (Organisation.SupervisorOf(agent, date) is { } supervisor && SeparatesFrom(supervisor, agent, date))
        {
            Separate(agent, team, supervisor, date);
        }

        foreach (var subordinate in Organisation.DirectReportsOf(agent, date).Where(s => LedBy(s, date) is { } own && own != team && SeparatesFrom(agent, s, date)).ToArray())
        {
            Separate(subordinate, LedBy(subordinate, date)!.Value, agent, date);
        }

        foreach (var bred in Organisation.DownlinesOf(agent, LineageRelation.Bred, date))
        {
            ReturnTo(agent, bred, date);
        }

        if (Organisation.UplineOf(agent, LineageRelation.Bred, date) is { } breeder)
        {
            ReturnTo(breeder, agent, date);
        }
    }

    private int? CompareRanks(AgentId left, AgentId right, LocalDate date) => _policies.Ranks.Compare(Organisation.RankOf(left, date), Organisation.RankOf(right, date));

    private bool SeparatesFrom(AgentId supervisor, AgentId agent, LocalDate date) =>
        _policies.Lineage.AtEqualRank == EqualRank.Separates && _policies.Ranks.LevelOf(Organisation.RankOf(agent, date)) is not null
        && CompareRanks(agent, supervisor, date) >= 0 && LedBy(supervisor, date) is not null;

    private void Separate(AgentId agent, TeamId team, AgentId supervisor, LocalDate date)
    {
        var parent = Organisation.ParentOf(LedBy(supervisor, date)!.Value, date);
        HangBelow(team, parent, date);
        Because(
            "personnel.separated",
            ("agent", agent.Value),
            ("supervisor", supervisor.Value),
            ("team", team.Value),
            ("rank", Organisation.RankOf(agent, date)!),
            ("date", date));
        if (Organisation.LineageOf(agent, LineageRelation.Bred, date) is not null)
        {
            return;
        }

        var breeder = _policies.Lineage.BreedingAtReturn == BreedingAtReturn.Pauses
            && Organisation.LineageOf(agent, LineageRelation.Bred).FirstOrDefault(l => l.Until < date) is { } paused
            && Organisation.IsActive(paused.Upline, date) ? paused.Upline : supervisor;
        if (!Organisation.UplinesOf(breeder, LineageRelation.Bred, date).Contains(agent))
        {
            Relate(agent, LineageRelation.Bred, breeder, date);
            Because("personnel.breeding-began", ("agent", agent.Value), ("breeder", breeder.Value), ("date", date));
        }
    }

    private void ReturnTo(AgentId breeder, AgentId agent, LocalDate date)
    {
        if (_policies.Lineage.WhenTheBreederRanksAbove != BreederRanksAbove.ManagementReturns || !(CompareRanks(agent, breeder, date) < 0)
            || LedBy(agent, date) is not { } team || LedBy(breeder, date) is not { } above || IsWithin(team, above, date) || IsWithin(above, team, date))
        {
            return;
        }

        HangBelow(team, above, date);
        Because("personnel.management-returned", ("agent", agent.Value), ("breeder", breeder.Value), ("team", team.Value), ("date", date));
        if (_policies.Lineage.BreedingAtReturn != BreedingAtReturn.GoesOn && Organisation.LineageOf(agent, LineageRelation.Bred, date) is { } breeding)
        {
            End(breeding, date);
            var code = _policies.Lineage.BreedingAtReturn == BreedingAtReturn.Pauses ? "personnel.breeding-paused" : "personnel.breeding-ended";
            Because(code, ("agent", agent.Value), ("breeder", breeding.Upline.Value), ("date", date));
        }
    }

    // From the day on nobody leads the team.
    private void LoseTheTeam(AgentId leader, TeamId team, AgentId? breeder, LocalDate date, TeamWithoutLeader policy)
    {
        var parent = Organisation.ParentOf(team, date);
        if (policy == TeamWithoutLeader.IsDissolvedIntoTheParent && parent is { } into && into != team)
        {
            Dissolve(team, into, date);
            Because("personnel.team-dissolved", ("team", team.Value), ("parent", into.Value), ("agent", leader.Value), ("date", date));
        }
        else if (policy == TeamWithoutLeader.GoesToTheBreeder && breeder is { } b && LedBy(b, date) is { } below && !IsWithin(below, team, date))
        {
            HangBelow(team, below, date);
            Because("personnel.team-to-breeder", ("team", team.Value), ("breeder", b.Value), ("agent", leader.Value), ("date", date));
        }
        else if (Organisation.TeamsAbove(team, date).Select(t => Organisation.LeaderOf(t, date)).FirstOrDefault(l => l is not null) is { } next)
        {
            Because("personnel.team-to-next-leader", ("team", team.Value), ("leader", next.Value), ("agent", leader.Value), ("date", date));
        }
        else
        {
            Because("personnel.team-without-leader", ("team", team.Value), ("agent", leader.Value), ("date", date));
        }
    }

    private void Dissolve(TeamId team, TeamId parent, LocalDate date)
    {
        foreach (var member in Organisation.AgentsWithAnAssignment.Where(a => Organisation.TeamOf(a, date) == team).OrderBy(a => a.Value, StringComparer.Ordinal).ToArray())
        {
            Replace(Organisation.AssignmentOf(member, date)!, date, a => a with { Team = parent, IsLeader = false });
        }

        foreach (var child in Organisation.TeamsDirectlyBelow(team, date).ToArray())
        {
            HangBelow(child, parent, date);
        }

        if (Organisation.PlaceOf(team, date) is { } place)
        {
            End(place, date);
        }
    }
}
