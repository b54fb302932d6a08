namespace ActivityMgmt.Domain;

internal sealed partial class PersonnelDraft
{
    public void Move(PersonnelEvent.Move move)
    {
        var (agent, date) = (move.Agent, move.Date);
        var held = ActiveAssignmentOf(agent, date);
        if (held.Team == move.Team)
        {
            throw new BrokenRuleException(new AMoveLeadsSomewhereElseRule(agent, move.Team, date));
        }

        var breeding = Organisation.LineageOf(agent, LineageRelation.Bred, date);
        Replace(held, date, a => a with { Team = move.Team, IsLeader = move.LeadsIt });
        Because("personnel.moved", ("agent", agent.Value), ("from", held.Team.Value), ("to", move.Team.Value), ("date", date));
        if (held.IsLeader)
        {
            LoseTheTeam(agent, held.Team, breeding?.Upline, date, _policies.Lineage.TeamOfAMovedLeader);
            if (!move.LeadsIt)
            {
                EndBreedingOf(breeding, date);
            }
        }

        Settle(agent, date);
    }

    public void MoveUnit(PersonnelEvent.UnitMove move)
    {
        var (agent, date) = (move.Agent, move.Date);
        var held = ActiveAssignmentOf(agent, date);
        if (!held.IsLeader)
        {
            throw new BrokenRuleException(new OnlyALeaderMovesAUnitRule(agent, held.Team, date));
        }

        if (Organisation.ParentOf(held.Team, date) == move.Below || (move.Below is { } below && IsWithin(below, held.Team, date)))
        {
            throw new BrokenRuleException(new AMoveLeadsSomewhereElseRule(agent, move.Below ?? held.Team, date));
        }

        HangBelow(held.Team, move.Below, date);
        Because(
            move.Below is null ? "personnel.unit-to-the-top" : "personnel.unit-moved",
            ("agent", agent.Value),
            ("team", held.Team.Value),
            ("parent", move.Below?.Value ?? "-"),
            ("date", date));
        Settle(agent, date);
    }

    private AssignmentFact ActiveAssignmentOf(AgentId agent, LocalDate date) =>
        Organisation.IsActive(agent, date) && Organisation.AssignmentOf(agent, date) is { } held
            ? held
            : throw new BrokenRuleException(new OnlyAnActiveAgentIsPromotedOrMovedRule(agent, date));

    // Who leads no more has nobody who bred them as a leader.
    private void EndBreedingOf(LineageFact? breeding, LocalDate date)
    {
        if (breeding is not null && _policies.Lineage.BreedingEndsWithLeadership)
        {
            End(breeding, date);
            Because("personnel.breeding-ended", ("agent", breeding.Agent.Value), ("breeder", breeding.Upline.Value), ("date", date));
        }
    }
}
