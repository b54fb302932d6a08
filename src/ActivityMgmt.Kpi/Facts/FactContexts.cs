using System.Collections.Concurrent;

namespace ActivityMgmt.Kpi;

/// <summary>Finds the facts that belong to a fact, with or without some of them: what would be known had they not happened.</summary>
internal sealed class FactContexts
{
    private readonly Dictionary<PolicyId, PolicyFact[]> _policies;
    private readonly Dictionary<AgentId, AssignmentFact[]> _assignments;
    private readonly Dictionary<AgentId, AgentFact[]> _masters;

    // Several measures look at the same facts; with nothing left out each context is built once.
    private readonly ConcurrentDictionary<(FactKey Fact, CountingDate CountedOn), FactContext?> _whole = new();

    public FactContexts(FactBook book)
    {
        Book = book;
        // The one that counts stands first, as FactBook and Organisation choose it.
        _policies = book.Policies.Reverse().GroupBy(p => p.Policy).ToDictionary(g => g.Key, g => g.ToArray());
        _masters = book.All.OfType<AgentFact>().Reverse().GroupBy(a => a.Agent).ToDictionary(g => g.Key, g => g.ToArray());
        _assignments = book.All.OfType<AssignmentFact>().Reverse().GroupBy(a => a.Agent).ToDictionary(g => g.Key, g => g.ToArray());
    }

    public FactBook Book { get; }

    /// <summary>The policy that counts for an id, with some facts left out.</summary>
    public PolicyFact? PolicyOf(PolicyId policy, IReadOnlyList<Fact>? without = null) => First(_policies, policy, without);

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

    /// <summary>The context of a fact, with some others left out; null when it has no day on which it counts.</summary>
    public FactContext? Of(Fact fact, CountingDate countedOn, IReadOnlyList<Fact> without) => without.Count > 0
        ? Build(fact, countedOn, without)
        : _whole.GetOrAdd((fact.Key, countedOn), static (_, x) => x.Contexts.Build(x.Fact, x.CountedOn, []), (Contexts: this, Fact: fact, CountedOn: countedOn));

    private FactContext? Build(Fact fact, CountingDate countedOn, IReadOnlyList<Fact> without)
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

    /// <summary>The facts of a context without which another one would take their place: leaving out any other changes nothing but its own absence.</summary>
    public IEnumerable<Fact> Replaceable(FactContext context, IReadOnlyList<Fact> without)
    {
        if (context.Policy is { } policy && !ReferenceEquals(policy, context.Fact) && _policies[policy.Policy].Length > 1 && PolicyOf(policy.Policy, [.. without, policy]) is not null)
        {
            yield return policy;
        }

        if (context.DatedBy is { } dated && FirstEvent(dated.Policy, dated.Event, [.. without, dated]) is not null)
        {
            yield return dated;
        }

        if (context.Assignment is { } place && _assignments[place.Agent].Length > 1 && AssignmentOf(place.Agent, context.Date, [.. without, place]) is not null)
        {
            yield return place;
        }

        if (context.Master is { } master && _masters[master.Agent].Length > 1 && First(_masters, master.Agent, [.. without, master]) is not null)
        {
            yield return master;
        }
    }

    private FactContext At(Fact fact, LocalDate date, PolicyFact? policy, PolicyEventFact? dated, IReadOnlyList<Fact>? without)
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

    private AssignmentFact? AssignmentOf(AgentId agent, LocalDate date, IReadOnlyList<Fact>? without)
    {
        foreach (var assignment in _assignments.GetValueOrDefault(agent, []))
        {
            if (assignment.IsInForceOn(date) && !IsIn(without, assignment))
            {
                return assignment;
            }
        }

        return null;
    }

    private static T? First<TKey, T>(Dictionary<TKey, T[]> facts, TKey key, IReadOnlyList<Fact>? without)
        where TKey : notnull
        where T : Fact
    {
        foreach (var fact in facts.GetValueOrDefault(key, []))
        {
            if (!IsIn(without, fact))
            {
                return fact;
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
