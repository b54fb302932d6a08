namespace ActivityMgmt.Domain;

internal sealed partial class PersonnelDraft
{
    public void Leave(PersonnelEvent.Leaving leaving)
    {
        var (agent, last) = (leaving.Agent, leaving.LastDay);
        var date = last.PlusDays(1);
        if (Organisation.ContractOf(agent, last) is not { } contract)
        {
            throw new BrokenRuleException(new OnlyAnAgentUnderContractLeavesRule(agent, last));
        }

        var team = LedBy(agent, last);
        var breeder = Organisation.UplineOf(agent, LineageRelation.Bred, last);
        var time = Organisation.TimesUnderContract(agent).First(t => t.Contains(last));
        Fact[] planned =
        [
            .. Organisation.ContractsOf(agent).Where(c => c.Date > last && time.Contains(c.Date)),
            .. Organisation.AssignmentsOf(agent).Where(a => a.Date > last && time.Contains(a.Date)),
        ];
        End(contract, date);
        if (Organisation.AssignmentOf(agent, last) is { } assignment && !(assignment.Until <= last))
        {
            End(assignment, date);
        }

        foreach (var fact in planned)
        {
            CallOff(fact);
        }

        Because("personnel.left", ("agent", agent.Value), ("date", last));
        if (team is { } led)
        {
            LoseTheTeam(agent, led, breeder, date, _policies.Lineage.TeamOfALeaver);
        }

        HandOver(agent, LineageRelation.Recruited, last, _policies.Lineage.RecruitsOfALeaver);
        HandOver(agent, LineageRelation.Bred, last, _policies.Lineage.BredUnitsOfALeaver);
    }

    public void Rehire(PersonnelEvent.Rehire rehire)
    {
        var (agent, date) = (rehire.Agent, rehire.Date);
        if (Organisation.ContractOf(agent, date) is not null
            || Organisation.ContractTimeline(agent).Where(c => c.Days.Until < date).Select(c => (AgentFact?)c.Fact).LastOrDefault() is not { LeftOn: { } left } before)
        {
            throw new BrokenRuleException(new OnlyAFormerAgentReturnsRule(agent, date));
        }

        var isSame = _policies.Rehire.IsWithinLimit(left, date);
        Begin(new AgentFact
        {
            Origin = _origin,
            Date = date,
            Agent = agent,
            RewardPreference = before.RewardPreference,
            Grade = isSame ? before.Grade : null,
            TimeZone = before.TimeZone,
            WorksOn = isSame ? before.WorksOn : null,
            Customer = before.Customer,
        });
        Begin(new AssignmentFact { Origin = _origin, Date = date, Agent = agent, Team = rehire.Team, Rank = rehire.Rank, ProbationUntil = _policies.ProbationUntil(rehire.Rank, date) });
        Because(isSame ? "personnel.returned" : "personnel.returned-as-new", ("agent", agent.Value), ("left", left), ("date", date), ("months", _policies.Rehire.SameAgentWithinMonths));
        var recruiter = isSame && _policies.Rehire.RestoresRecruiter ? OldRecruiter(agent, left, date) : rehire.Recruiter;
        var open = Organisation.LineageOf(agent, LineageRelation.Recruited, date);
        if (recruiter == open?.Upline)
        {
            return;
        }

        if (open is not null && recruiter is { } other)
        {
            Replace(open, date, l => l with { Upline = other });
        }
        else if (open is not null)
        {
            End(open, date);
        }
        else
        {
            Relate(agent, LineageRelation.Recruited, recruiter!.Value, date);
        }
    }

    // The one of old, or whoever stood above them if they are gone themselves.
    private AgentId? OldRecruiter(AgentId agent, LocalDate left, LocalDate date)
    {
        var recruiter = Organisation.UplinesOf(agent, LineageRelation.Recruited, left)
            .Where(u => Organisation.ContractOf(u, date) is not null && !Organisation.UplinesOf(u, LineageRelation.Recruited, date).Contains(agent))
            .Select(u => (AgentId?)u)
            .FirstOrDefault();
        if (recruiter is { } found)
        {
            Because("personnel.recruiter-restored", ("agent", agent.Value), ("recruiter", found.Value), ("date", date));
        }

        return recruiter;
    }

    private void HandOver(AgentId leaver, LineageRelation relation, LocalDate last, DownlinesOfALeaver policy)
    {
        if (policy == DownlinesOfALeaver.StayOpen)
        {
            return;
        }

        var date = last.PlusDays(1);
        var heir = Organisation.UplinesOf(leaver, relation, last).Where(u => Organisation.ContractOf(u, date) is not null).Select(u => (AgentId?)u).FirstOrDefault();
        foreach (var downline in Organisation.DownlinesOf(leaver, relation, last).Where(d => !(Organisation.LineageOf(d, relation, last)!.Until <= last)).ToArray())
        {
            var fact = Organisation.LineageOf(downline, relation, last)!;
            var term = ReasonValue.Term($"lineage.{relation}");
            if (heir is { } upline)
            {
                Replace(fact, date, l => l with { Upline = upline });
                Because("personnel.downline-handed-over", ("agent", downline.Value), ("relation", term), ("from", leaver.Value), ("to", upline.Value), ("date", date));
            }
            else
            {
                End(fact, date);
                Because("personnel.downline-ended", ("agent", downline.Value), ("relation", term), ("from", leaver.Value), ("date", date));
            }
        }

        if (Organisation.LineageOf(leaver, relation, last) is { } own && !(own.Until <= last))
        {
            End(own, date);
        }
    }
}
