namespace ActivityMgmt.Domain;

// A book's facts by customer, agent and opportunity, each in canonical order: grouped once, when somebody first asks.
internal sealed class FactLookups(FactBook book)
{
    private readonly Lazy<ILookup<CustomerId, ActivityFact>> _activitiesWith = By(() => book.Activities, a => a.Customer);
    private readonly Lazy<ILookup<OpportunityId, ActivityFact>> _activitiesFor = By(() => book.Activities, a => a.Opportunity);
    private readonly Lazy<ILookup<CustomerId, PolicyFact>> _policiesOf = By(() => book.Policies, p => p.Customer);
    private readonly Lazy<ILookup<AgentId, PolicyFact>> _policiesBy = By(() => book.Policies, p => (AgentId?)p.Agent);
    private readonly Lazy<ILookup<PolicyId, PolicyFact>> _factsAbout = By(() => book.Policies, p => (PolicyId?)p.Policy);
    private readonly Lazy<ILookup<AgentId, PolicyRoleFact>> _rolesOf = By(() => book.Roles, r => r.Agent);
    private readonly Lazy<ILookup<AgentId, CustomerFact>> _customersOf = By(() => book.Customers, c => c.Owner);
    private readonly Lazy<ILookup<CustomerId, CustomerFact>> _referredBy = By(() => book.Customers, c => c.ReferredBy);

    /// <summary>Activities with a customer.</summary>
    public IEnumerable<ActivityFact> ActivitiesWith(CustomerId customer) => _activitiesWith.Value[customer];

    /// <summary>Activities for an opportunity.</summary>
    public IEnumerable<ActivityFact> ActivitiesFor(OpportunityId opportunity) => _activitiesFor.Value[opportunity];

    /// <summary>Policies of which a customer is the policyholder; of several facts about one policy, all.</summary>
    public IEnumerable<PolicyFact> PoliciesOf(CustomerId customer) => _policiesOf.Value[customer];

    /// <summary>Policies that an agent sold, and those that a role, past or to come, makes an agent's: each once, as it counts.</summary>
    public IEnumerable<PolicyFact> PoliciesWith(AgentId agent) => PolicyIdsWith(agent).Select(book.Policy).OfType<PolicyFact>();

    /// <summary>The same policies by id.</summary>
    public IEnumerable<PolicyId> PolicyIdsWith(AgentId agent) =>
        _policiesBy.Value[agent].Select(p => p.Policy).Concat(_rolesOf.Value[agent].Select(r => r.Policy)).Distinct();

    /// <summary>A policy's master data in all its versions, of which the last counts.</summary>
    public IEnumerable<PolicyFact> FactsAbout(PolicyId policy) => _factsAbout.Value[policy];

    /// <summary>Customers whom an agent looks after; of several facts about one customer, all that say so.</summary>
    public IEnumerable<CustomerFact> CustomersOf(AgentId owner) => _customersOf.Value[owner];

    /// <summary>Customers whom somebody referred; of several facts about one customer, all that say so.</summary>
    public IEnumerable<CustomerFact> ReferredBy(CustomerId customer) => _referredBy.Value[customer];

    private static Lazy<ILookup<TKey, T>> By<TKey, T>(Func<IReadOnlyList<T>> facts, Func<T, TKey?> key)
        where TKey : struct => new(() => facts().Where(f => key(f) is not null).ToLookup(f => key(f)!.Value));
}
