namespace ActivityMgmt.Kpi;

/// <summary>Finds the facts that belong to a fact, with or without some of them: what would be known had they not happened.</summary>
internal sealed class FactContexts
{
    // A cut book takes over what was found out about the whole one and often needs neither.
    private readonly Lazy<Dictionary<PolicyId, PolicyFact[]>> _policies;
    private readonly Lazy<Dictionary<AgentId, AgentRecords>> _agents;

    public FactContexts(FactBook book)
    {
        Book = book;
        // The one that counts stands first, as FactBook and Organisation choose it.
        _policies = new(() => book.Policies.Reverse().GroupBy(p => p.Policy).ToDictionary(g => g.Key, g => g.ToArray()));
        _agents = new(() => Records(book));
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
        _ => Book.Market,
    };

    /// <summary>The context of a fact, with some others left out; null when it has no day on which it counts.</summary>
    public FactContext? Of(Fact fact, CountingDate countedOn, IReadOnlyList<Fact> without)
    {
        var policy = fact switch
        {
            PolicyFact p => p,
            PremiumFact p => PolicyOf(p.Policy, without),
            PolicyEventFact e => PolicyOf(e.Policy, without),
            _ => null,
        };
        var dated = fact is PolicyFact sold ? countedOn switch
        {
            CountingDate.CallbackPassed => FirstEvent(sold.Policy, PolicyEventKind.CallbackPassed, without),
            CountingDate.ReceiptReturned => FirstEvent(sold.Policy, PolicyEventKind.ReceiptReturned, without),
            _ => null,
        } : null;
        var date = (fact, countedOn) switch
        {
            (PolicyFact p, CountingDate.Issued) => p.IssuedOn,
            (PolicyFact p, CountingDate.Effective) => p.EffectiveOn,
            (PolicyFact, CountingDate.CallbackPassed or CountingDate.ReceiptReturned) => dated?.Date,
            _ => fact.Date,
        };
        return date is { } day ? At(fact, day, policy, dated, without) : null;
    }

    /// <summary>The context of a policy that counts on a day somebody else worked out.</summary>
    public FactContext At(PolicyFact policy, LocalDate date, IReadOnlyList<Fact>? without = null) => At(policy, date, policy, null, without);

    /// <summary>Whether there are facts of a context without which another one would take their place.</summary>
    public bool IsReplaceable(FactContext context) =>
        (context.DatedBy is not null || context.Records is { IsOfMany: true } || (context.Policy is { } policy && _policies.Value[policy.Policy].Length > 1))
        && Replaceable(context, []).Any();

    /// <summary>The facts of a context without which another one would take their place: leaving out any other changes nothing but its own absence.</summary>
    public IEnumerable<Fact> Replaceable(FactContext context, IReadOnlyList<Fact> without)
    {
        if (context.Policy is { } policy && !ReferenceEquals(policy, context.Fact) && _policies.Value[policy.Policy].Length > 1 && PolicyOf(policy.Policy, [.. without, policy]) is not null)
        {
            yield return policy;
        }

        if (context.DatedBy is { } dated && FirstEvent(dated.Policy, dated.Event, [.. without, dated]) is not null)
        {
            yield return dated;
        }

        if (context.Assignment is { } place && context.Records!.Assignments.Count > 1 && AssignmentOf(context.Records, context.Date, [.. without, place]) is not null)
        {
            yield return place;
        }

        if (context.Master is { } master && context.Records!.Masters.Count > 1 && First(context.Records.Masters, [.. without, master]) is not null)
        {
            yield return master;
        }
    }

    private FactContext At(Fact fact, LocalDate date, PolicyFact? policy, PolicyEventFact? dated, IReadOnlyList<Fact>? without)
    {
        var agent = policy is null ? AgentOf(fact) : policy.Agent;
        var records = agent is { } who ? _agents.Value.GetValueOrDefault(who) : null;
        return new()
        {
            Fact = fact,
            Date = date,
            DatedBy = dated,
            Policy = policy,
            Agent = agent,
            Records = records,
            Assignment = records is null ? null : AssignmentOf(records, date, without),
            Master = records is null ? null : First(records.Masters, without),
        };
    }

    /// <summary>The agent whom a fact names itself; null when it names none or belongs to a policy.</summary>
    public static AgentId? AgentOf(Fact fact) => fact switch
    {
        ActivityFact a => a.Agent,
        OpportunityFact o => o.Agent,
        TrainingFact t => t.Agent,
        FeedbackFact f => f.Agent,
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
