namespace ActivityMgmt.Kpi;

/// <summary>Finds the facts that belong to a fact, with or without some of them: what would be known had they not happened.</summary>
internal sealed class FactContexts
{
    // A cut book takes over what was found out about the whole one and often needs none of these.
    private readonly Lazy<Dictionary<PolicyId, PolicyFact[]>> _policies;
    private readonly Lazy<Dictionary<AgentId, AgentRecords>> _agents;
    private readonly Lazy<Dictionary<CustomerId, CustomerFact[]>> _customers;

    public FactContexts(FactBook book)
    {
        Book = book;
        // The one that counts stands first, as FactBook and Organisation choose it.
        _policies = new(() => book.Policies.Reverse().GroupBy(p => p.Policy).ToDictionary(g => g.Key, g => g.ToArray()));
        _agents = new(() => Records(book));
        _customers = new(() => book.Customers.Reverse().GroupBy(c => c.Customer).ToDictionary(g => g.Key, g => g.ToArray()));
    }

    public FactBook Book { get; }

    /// <summary>The policy that counts for an id, with some facts left out.</summary>
    public PolicyFact? PolicyOf(PolicyId policy, IReadOnlyList<Fact>? without = null) => First(_policies.Value.GetValueOrDefault(policy, []), without);

    /// <summary>The first event of a kind of a policy, with some facts left out.</summary>
    public PolicyEventFact? FirstEvent(PolicyId policy, PolicyEventKind kind, IReadOnlyList<Fact>? without = null)
    {
        foreach (var happened in Book.EventsOf(policy))
        {
            if (happened.Event == kind && !IsIn(without, happened))
            {
                return happened;
            }
        }

        return null;
    }

    /// <summary>The facts of a kind that a measure may count, in canonical order.</summary>
    public IReadOnlyList<Fact> FactsOf(FactKind kind) => kind switch
    {
        FactKind.Activity => Book.Activities,
        FactKind.Opportunity => Book.Opportunities,
        FactKind.Policy => Book.Policies,
        FactKind.PolicyEvent => Book.PolicyEvents,
        FactKind.Premium => Book.Premiums,
        FactKind.Training => Book.Trainings,
        FactKind.Feedback => Book.Feedback,
        FactKind.Recruit => Book.Recruits,
        FactKind.PremiumDue => Book.PremiumsDue,
        FactKind.Appointment => Book.Appointments,
        FactKind.Attendance => Book.Attendance,
        FactKind.GroupEvent => Book.GroupEvents,
        FactKind.Entry => Book.Entries,
        _ => Book.Market,
    };

    /// <summary>The contexts in which a fact counts, with some others left out: one, or one for each seller who shares it; none when it has no day on which it counts.</summary>
    public FactContext[] Of(Fact fact, Counting counting, IReadOnlyList<Fact> without)
    {
        var policy = PolicyBehind(fact, without);
        if (DayOf(fact, policy, counting, without, out var datedBy) is not { } day)
        {
            return [];
        }

        if (!counting.Shares || policy is null)
        {
            return [At(fact, day, policy, datedBy, (policy is null ? AgentOf(fact) : policy.Agent) is { } agent ? new AgentInRole(agent, 1m, null) : null, without)];
        }

        return [.. PolicyRoles.SellersOf(policy, RolesOf(policy.Policy, without), day).Select(seller => At(fact, day, policy, datedBy, seller, without))];
    }

    /// <summary>The days that a fact needs before it counts, on the latest of them; those that haven't come have none. Never empty.</summary>
    public IReadOnlyList<NeededDay> DaysOf(Fact fact, Counting counting) => DaysOf(fact, PolicyBehind(fact, []), counting, []);

    /// <summary>Whether a fact is a certain one, or an event, a due or premium of that policy.</summary>
    public bool IsAbout(Fact fact, FactKey key) => fact.Key == key || PolicyBehind(fact, [])?.Key == key;

    /// <summary>The facts that tell a fact's policy, when there are several: without one of them another would say what it is. Empty otherwise.</summary>
    public IReadOnlyList<PolicyFact> RepeatedPolicyOf(Fact fact) =>
        fact is not PolicyFact && PolicyBehind(fact, []) is { } policy && _policies.Value[policy.Policy] is { Length: > 1 } several ? several : [];

    /// <summary>The context of a policy on a day somebody else worked out, for the agent whose persistency it counts for.</summary>
    public FactContext OfOwner(PolicyFact policy, LocalDate date, IReadOnlyList<Fact> without) =>
        At(policy, date, policy, [], PolicyRoles.PersistencyOwnerOf(policy, RolesOf(policy.Policy, without), date), without);

    /// <summary>An agent as of a day, with the contract and the place of that day.</summary>
    /// <param name="contract">One of the agent's contracts, which is the fact of the context.</param>
    /// <param name="date">The day.</param>
    public FactContext OfAgent(AgentFact contract, LocalDate date) => At(contract, date, null, [], new AgentInRole(contract.Agent, 1m, null), []);

    /// <summary>The facts whose absence, beside those left out already, could make a fact count or count elsewhere.</summary>
    public IEnumerable<Fact> Deciders(Fact fact, Counting counting, IReadOnlyList<Fact> without)
    {
        var contexts = Of(fact, counting, without);
        return contexts switch
        {
            [var only] => Replaceable(only, without),
            [] => fact is not PolicyFact && PolicyBehind(fact, without) is { } policy && IsReplaceable(policy, without) ? [policy] : [],
            _ => contexts.SelectMany(c => Replaceable(c, without)).Distinct(),
        };
    }

    /// <summary>Whether there are facts of a context without which another one would take their place.</summary>
    public bool IsReplaceable(FactContext context) =>
        (context.DatedBy.Count > 0
            || context.Role is not null
            || context.Records is { IsOfMany: true }
            || (context.Policy is { } policy && _policies.Value[policy.Policy].Length > 1)
            || (context.Customer is { } customer && _customers.Value[customer.Customer].Length > 1))
        && Replaceable(context, []).Any();

    /// <summary>The facts of a context without which another one would take their place: leaving out any other changes nothing but its own absence.</summary>
    public IEnumerable<Fact> Replaceable(FactContext context, IReadOnlyList<Fact> without)
    {
        if (context.Policy is { } policy && !ReferenceEquals(policy, context.Fact) && IsReplaceable(policy, without))
        {
            yield return policy;
        }

        foreach (var dated in context.DatedBy)
        {
            if (Next(dated, [.. without, dated]) is not null)
            {
                yield return dated;
            }
        }

        // Without a role there is always somebody: another holder, or the selling agent.
        if (context.Role is { } role)
        {
            yield return role;
        }

        if (context.Assignment is { } place && context.Records!.Assignments.Count > 1 && AssignmentOf(context.Records, context.Date, [.. without, place]) is not null)
        {
            yield return place;
        }

        if (context.Master is { } master && context.Records!.Masters.Count > 1 && MasterOf(context.Records, context.Date, [.. without, master]) is not null)
        {
            yield return master;
        }

        foreach (var earlier in context.EarlierContracts)
        {
            yield return earlier;
        }

        if (context.Customer is { } customer && _customers.Value[customer.Customer] is { Length: > 1 } known && First(known, [.. without, customer]) is not null)
        {
            yield return customer;
        }
    }

    // The latest of the fact's own date, where it is no policy, the counting date and the days of the gates; null when one of them is missing.
    private LocalDate? DayOf(Fact fact, PolicyFact? policy, Counting counting, IReadOnlyList<Fact> without, out IReadOnlyList<Fact> datedBy)
    {
        datedBy = [];
        if (IsOnOwnDay(fact, counting))
        {
            return fact.Date;
        }

        var days = DaysOf(fact, policy, counting, without);
        datedBy = [.. days.Select(d => d.By).OfType<Fact>()];
        return days.Exists(d => d.Day is null) ? null : days.Max(d => d.Day);
    }

    private static bool IsOnOwnDay(Fact fact, Counting counting) => counting.Gates == Gates.None
        && (counting.On == CountingDate.Own || counting.On == (fact is PolicyFact ? CountingDate.Submitted : CountingDate.Collected));

    private List<NeededDay> DaysOf(Fact fact, PolicyFact? policy, Counting counting, IReadOnlyList<Fact> without)
    {
        var days = new List<NeededDay>();
        if (IsOnOwnDay(fact, counting) || fact is not PolicyFact)
        {
            days.Add(new("kpi.day.own", fact.Date, null));
        }

        if (IsOnOwnDay(fact, counting))
        {
            return days;
        }

        if (policy is null)
        {
            days.Add(new("kpi.day.policy", null, null));
            return days;
        }

        switch (counting.On)
        {
            case CountingDate.Own or CountingDate.Submitted when fact is PolicyFact:
                days.Add(new("kpi.day.submitted", policy.Date, null));
                break;
            case CountingDate.Issued:
                days.Add(new("kpi.day.issued", policy.IssuedOn, null));
                break;
            case CountingDate.Effective:
                days.Add(new("kpi.day.effective", policy.EffectiveOn, null));
                break;
            case CountingDate.Collected when fact is PolicyFact:
                var premium = FirstPremium(policy.Policy, without);
                days.Add(new("kpi.day.collected", premium?.Date, premium));
                break;
            default:
                break;
        }

        foreach (var kind in counting.Events)
        {
            var first = FirstEvent(policy.Policy, kind, without);
            days.Add(new(NeededDay.CodeOf(kind), first?.Date, first));
        }

        return days;
    }

    private FactContext At(Fact fact, LocalDate date, PolicyFact? policy, IReadOnlyList<Fact> datedBy, AgentInRole? whose, IReadOnlyList<Fact> without)
    {
        var records = whose is { } who ? _agents.Value.GetValueOrDefault(who.Agent) : null;
        var master = records is null ? null : MasterOf(records, date, without);
        return new()
        {
            Fact = fact,
            Date = date,
            DatedBy = datedBy,
            Policy = policy,
            Agent = whose?.Agent,
            Share = whose?.Share ?? 1m,
            Role = whose?.By,
            Records = records,
            Assignment = records is null ? null : AssignmentOf(records, date, without),
            Master = master,
            EarlierContracts = master is null || records!.Masters.Count == 1 ? [] : ContractsUpTo(records, master, without),
            Customer = CustomerOf(fact, policy) is { } customer ? First(_customers.Value.GetValueOrDefault(customer, []), without) : null,
        };
    }

    private PolicyFact? PolicyBehind(Fact fact, IReadOnlyList<Fact> without) => fact switch
    {
        PolicyFact p => p,
        PremiumFact p => PolicyOf(p.Policy, without),
        PremiumDueFact d => PolicyOf(d.Policy, without),
        PolicyEventFact e => PolicyOf(e.Policy, without),
        _ => null,
    };

    /// <summary>The agent whom a fact names itself; null when it names none or belongs to a policy.</summary>
    public static AgentId? AgentOf(Fact fact) => fact switch
    {
        ActivityFact a => a.Agent,
        OpportunityFact o => o.Agent,
        TrainingFact t => t.Agent,
        FeedbackFact f => f.Agent,
        AppointmentFact a => a.Agent,
        AttendanceFact a => a.Agent,
        GroupEventFact e => e.Agent,
        RecruitFact r => r.Recruiter,
        EntryFact e => e.Agent,
        _ => null,
    };

    private static CustomerId? CustomerOf(Fact fact, PolicyFact? policy) => fact switch
    {
        ActivityFact a => a.Customer,
        OpportunityFact o => o.Customer,
        FeedbackFact f => f.Customer,
        AppointmentFact a => a.Customer,
        GroupEventFact e => e.Customer,
        _ => policy?.Customer,
    };

    private bool IsReplaceable(PolicyFact policy, IReadOnlyList<Fact> without) =>
        _policies.Value[policy.Policy].Length > 1 && PolicyOf(policy.Policy, [.. without, policy]) is not null;

    private IEnumerable<PolicyRoleFact> RolesOf(PolicyId policy, IReadOnlyList<Fact> without) => Book.RolesOf(policy).Where(r => !IsIn(without, r));

    private PremiumFact? FirstPremium(PolicyId policy, IReadOnlyList<Fact> without)
    {
        foreach (var premium in Book.PremiumsOf(policy))
        {
            if (premium.Premium == PremiumKind.Collected && !IsIn(without, premium))
            {
                return premium;
            }
        }

        return null;
    }

    private Fact? Next(Fact dated, IReadOnlyList<Fact> without) => dated switch
    {
        PolicyEventFact e => FirstEvent(e.Policy, e.Event, without),
        PremiumFact p => FirstPremium(p.Policy, without),
        _ => null,
    };

    private static Dictionary<AgentId, AgentRecords> Records(FactBook book)
    {
        var records = book.Agents.Reverse().GroupBy(a => a.Agent).ToDictionary(g => g.Key, g => new AgentRecords([.. g], book.Organisation.AssignmentsOf(g.Key)));
        foreach (var assignment in book.Assignments)
        {
            if (!records.ContainsKey(assignment.Agent))
            {
                records[assignment.Agent] = new([], book.Organisation.AssignmentsOf(assignment.Agent));
            }
        }

        return records;
    }

    // The contract in force on the day; for what counts after somebody left, the last one before it.
    private static AgentFact? MasterOf(AgentRecords records, LocalDate date, IReadOnlyList<Fact> without)
    {
        AgentFact? last = null;
        var contracts = records.Masters;
        for (var i = 0; i < contracts.Count; i++)
        {
            var contract = contracts[i];
            if (contract.Date > date || IsIn(without, contract))
            {
                continue;
            }

            if (contract.IsUnderContractOn(date))
            {
                return contract;
            }

            last ??= contract;
        }

        return last;
    }

    // Those that one contract follows without a break.
    private static List<AgentFact> ContractsUpTo(AgentRecords records, AgentFact contract, IReadOnlyList<Fact> without)
    {
        var (earlier, since) = (new List<AgentFact>(), contract.Date);
        foreach (var before in records.Masters)
        {
            if (before.Date < since && !(before.LeftOn < since.PlusDays(-1)) && !IsIn(without, before))
            {
                earlier.Add(before);
                since = before.Date;
            }
        }

        return earlier;
    }

    private static AssignmentFact? AssignmentOf(AgentRecords records, LocalDate date, IReadOnlyList<Fact>? without)
    {
        var assignments = records.Assignments;
        for (var i = 0; i < assignments.Count; i++)
        {
            if (assignments[i].IsInForceOn(date) && !IsIn(without, assignments[i]))
            {
                return assignments[i];
            }
        }

        return null;
    }

    private static T? First<T>(IReadOnlyList<T> facts, IReadOnlyList<Fact>? without)
        where T : Fact
    {
        for (var i = 0; i < facts.Count; i++)
        {
            if (!IsIn(without, facts[i]))
            {
                return facts[i];
            }
        }

        return null;
    }

    private static bool IsIn(IReadOnlyList<Fact>? facts, Fact fact)
    {
        for (var i = 0; i < facts?.Count; i++)
        {
            if (ReferenceEquals(facts[i], fact))
            {
                return true;
            }
        }

        return false;
    }
}
