namespace ActivityMgmt.Kpi;

/// <summary>Finds the facts that belong to a fact, with or without one of them: what would be known had it not happened.</summary>
internal sealed class FactContexts
{
    private readonly Dictionary<PolicyId, PolicyFact[]> _policies;
    private readonly Dictionary<AgentId, AssignmentFact[]> _assignments;
    private readonly Dictionary<AgentId, AgentFact[]> _masters;

    public FactContexts(FactBook book)
    {
        Book = book;
        // The one that counts stands first, as FactBook and Organisation choose it.
        _policies = book.Policies.Reverse().GroupBy(p => p.Policy).ToDictionary(g => g.Key, g => g.ToArray());
        _masters = book.All.OfType<AgentFact>().Reverse().GroupBy(a => a.Agent).ToDictionary(g => g.Key, g => g.ToArray());
        _assignments = book.All.OfType<AssignmentFact>()
            .GroupBy(a => a.Agent)
            .ToDictionary(g => g.Key, g => g.OrderByDescending(a => a.Date).ThenByDescending(a => a.Key).ToArray());
    }

    public FactBook Book { get; }

    /// <summary>The policy that counts for an id, with one fact left out.</summary>
    public PolicyFact? PolicyOf(PolicyId policy, Fact? without = null) => First(_policies, policy, without);

    /// <summary>The first event of a kind of a policy, with one fact left out.</summary>
    public PolicyEventFact? FirstEvent(PolicyId policy, PolicyEventKind kind, Fact? without = null)
    {
        foreach (var happened in Book.EventsOf(policy))
        {
            if (happened.Event == kind && !ReferenceEquals(happened, without))
            {
                return happened;
            }
        }

        return null;
    }

    /// <summary>The context of a fact, with one other fact left out; null when it has no day on which it counts.</summary>
    public FactContext? Of(Fact fact, CountingDate countedOn, Fact? without = null)
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
    public FactContext At(PolicyFact policy, LocalDate date, Fact? without = null) => At(policy, date, policy, null, without);

    /// <summary>The facts without which another one would take their place: dropping any other changes nothing but their own absence.</summary>
    public IEnumerable<Fact> Replaceable(FactContext context)
    {
        if (context.Policy is { } policy && !ReferenceEquals(policy, context.Fact) && _policies[policy.Policy].Length > 1)
        {
            yield return policy;
        }

        if (context.DatedBy is { } dated && FirstEvent(dated.Policy, dated.Event, dated) is not null)
        {
            yield return dated;
        }

        if (context.Assignment is { } place && AssignmentOf(place.Agent, context.Date, place) is not null)
        {
            yield return place;
        }

        if (context.Master is { } master && _masters[master.Agent].Length > 1)
        {
            yield return master;
        }
    }

    private FactContext At(Fact fact, LocalDate date, PolicyFact? policy, PolicyEventFact? dated, Fact? without)
    {
        var agent = fact switch
        {
            ActivityFact a => a.Agent,
            OpportunityFact o => o.Agent,
            TrainingFact t => t.Agent,
            FeedbackFact f => f.Agent,
            _ => policy?.Agent,
        };
        return new()
        {
            Fact = fact,
            Date = date,
            DatedBy = dated,
            Policy = policy,
            Agent = agent,
            Assignment = agent is { } who ? AssignmentOf(who, date, without) : null,
            Master = agent is { } id ? First(_masters, id, without) : null,
        };
    }

    private AssignmentFact? AssignmentOf(AgentId agent, LocalDate date, Fact? without)
    {
        foreach (var assignment in _assignments.GetValueOrDefault(agent, []))
        {
            if (assignment.IsInForceOn(date) && !ReferenceEquals(assignment, without))
            {
                return assignment;
            }
        }

        return null;
    }

    private static T? First<TKey, T>(Dictionary<TKey, T[]> facts, TKey key, Fact? without)
        where TKey : notnull
        where T : Fact
    {
        foreach (var fact in facts.GetValueOrDefault(key, []))
        {
            if (!ReferenceEquals(fact, without))
            {
                return fact;
            }
        }

        return null;
    }
}
