namespace ActivityMgmt.Domain;

/// <summary>A change of the organisation while it is worked out: each step sees what the steps before it did.</summary>
internal sealed partial class PersonnelDraft
{
    private readonly OrganisationPolicies _policies;
    private readonly FactOrigin _origin;
    private readonly Dictionary<FactKey, Fact> _known;
    private readonly List<FactKey> _revised = [];
    private readonly List<FactKey> _begun = [];
    private readonly Dictionary<FactKey, Fact> _changed = [];
    private readonly List<Reason> _reasons = [];
    private Organisation? _organisation;

    public PersonnelDraft(FactBook facts, OrganisationPolicies policies, FactOrigin origin)
    {
        (_policies, _origin) = (policies, origin);
        _known = facts.All.Where(f => f is AgentFact or AssignmentFact or TeamFact or LineageFact).ToDictionary(f => f.Key);
    }

    private Organisation Organisation => _organisation ??= FactBook.Of(_known.Values.Where(f => !_changed.ContainsKey(f.Key)).Concat(_changed.Values)).Organisation;

    public PersonnelChange ToChange() => new() { Facts = [.. _revised.Concat(_begun).Select(k => _changed[k])], Reasons = _reasons };

    private static Fact Ended(Fact fact, LocalDate last) => fact switch
    {
        AgentFact a => a with { LeftOn = last },
        AssignmentFact a => a with { Until = last },
        TeamFact t => t with { Until = last },
        LineageFact l => l with { Until = last },
        _ => fact,
    };

    // On the day before; a fact that began on the day itself keeps that one day, since a fact can't be taken back.
    private void End(Fact fact, LocalDate from) => Revise(Ended(fact, LocalDate.Max(fact.Date, from.PlusDays(-1))));

    // What begins later than somebody is there: a fact can't be taken back, so it ends on the day before it begins and holds no day.
    private void CallOff(Fact fact) => Revise(Ended(fact, fact.Date.PlusDays(-1)));

    // Ends a fact and goes on with another content for as long as it would have lasted.
    private void Replace<T>(T fact, LocalDate from, Func<T, T> change)
        where T : Fact
    {
        var changed = change(fact);
        if (fact.Date == from)
        {
            Revise(changed);
            return;
        }

        End(fact, from);
        Begin(changed with { Date = from });
    }

    private void Begin(Fact fact)
    {
        var begun = fact with { Origin = _origin with { Id = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{_origin.Id}-{_begun.Count + 1}"), Revision = 1 } };
        _begun.Add(begun.Key);
        Put(begun);
    }

    private void Revise(Fact fact)
    {
        if (!_known.TryGetValue(fact.Key, out var known))
        {
            Put(fact);
            return;
        }

        if (!_changed.ContainsKey(fact.Key))
        {
            _revised.Add(fact.Key);
        }

        Put(fact with { Origin = fact.Origin with { Revision = known.Origin.Revision + 1 } });
    }

    private void Put(Fact fact)
    {
        _changed[fact.Key] = fact;
        _organisation = null;
    }

    private void Because(string code, params (string Name, ReasonValue Value)[] values) => _reasons.Add(Reason.Of(code, values));

    // The team that somebody leads on a day.
    private TeamId? LedBy(AgentId agent, LocalDate date) =>
        Organisation.IsActive(agent, date) && Organisation.AssignmentOf(agent, date) is { IsLeader: true } assignment ? assignment.Team : null;

    private bool IsWithin(TeamId team, TeamId top, LocalDate date) => team == top || Organisation.TeamsBelow(top, date).Contains(team);

    private void HangBelow(TeamId team, TeamId? parent, LocalDate date)
    {
        if (Organisation.PlaceOf(team, date) is { } place)
        {
            Replace(place, date, p => p with { Parent = parent });
        }
        else
        {
            Begin(new TeamFact { Origin = _origin, Date = date, Team = team, Parent = parent });
        }
    }

    private void Relate(AgentId agent, LineageRelation relation, AgentId upline, LocalDate date) =>
        Begin(new LineageFact { Origin = _origin, Date = date, Agent = agent, Relation = relation, Upline = upline });
}
