namespace ActivityMgmt.Domain;

/// <summary>All facts as they were known at one moment: the newest revision of each, in canonical order. Everything that decides reads from here.</summary>
/// <remarks>
/// Immutable and safe for concurrent use. Canonical order is date, source sequence, then key, so the order of arrival never matters.
/// Policy events and premium belong to the agent who sold the policy.
/// </remarks>
public sealed class FactBook
{
    private readonly Dictionary<FactKey, Fact> _facts;
    private readonly Dictionary<PolicyId, PolicyFact> _policies;
    private readonly ILookup<PolicyId, PolicyEventFact> _events;
    private readonly ILookup<PolicyId, PremiumFact> _premiums;
    private readonly Dictionary<CustomerId, CustomerFact> _customers;
    private readonly ILookup<PolicyId, PolicyRoleFact> _roles;
    private readonly ILookup<PolicyId, PremiumDueFact> _dues;
    private readonly ILookup<CustomerId, ConsentFact> _consents;

    private FactBook(IEnumerable<Fact> inOrder)
    {
        All = [.. inOrder];
        _facts = All.ToDictionary(f => f.Key);
        Activities = [.. All.OfType<ActivityFact>()];
        Opportunities = [.. All.OfType<OpportunityFact>()];
        Policies = [.. All.OfType<PolicyFact>()];
        PolicyEvents = [.. All.OfType<PolicyEventFact>()];
        Premiums = [.. All.OfType<PremiumFact>()];
        Trainings = [.. All.OfType<TrainingFact>()];
        Feedback = [.. All.OfType<FeedbackFact>()];
        Market = [.. All.OfType<MarketFact>()];
        Recruits = [.. All.OfType<RecruitFact>()];
        Appointments = [.. All.OfType<AppointmentFact>()];
        Attendance = [.. All.OfType<AttendanceFact>()];
        GroupEvents = [.. All.OfType<GroupEventFact>()];
        Entries = [.. All.OfType<EntryFact>()];
        Customers = [.. All.OfType<CustomerFact>()];
        _policies = LastByKey(Policies, p => p.Policy);
        _events = PolicyEvents.ToLookup(e => e.Policy);
        _premiums = Premiums.ToLookup(p => p.Policy);
        _customers = LastByKey(Customers, c => c.Customer);
        _roles = All.OfType<PolicyRoleFact>().ToLookup(r => r.Policy);
        _dues = All.OfType<PremiumDueFact>().ToLookup(d => d.Policy);
        _consents = All.OfType<ConsentFact>().ToLookup(c => c.Customer);
        Organisation = new Organisation(All);
    }

    /// <summary>A book of facts in any order; of several revisions of one fact the highest counts.</summary>
    public static FactBook Of(IEnumerable<Fact> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var newest = new Dictionary<FactKey, Fact>();
        foreach (var fact in facts)
        {
            if (!newest.TryGetValue(fact.Key, out var known) || known.Origin.Revision < fact.Origin.Revision)
            {
                newest[fact.Key] = fact;
            }
        }

        return new(newest.Values.OrderBy(f => f.Date).ThenBy(f => f.Origin.Sequence).ThenBy(f => f.Key));
    }

    /// <summary>Every fact, in canonical order.</summary>
    public IReadOnlyList<Fact> All { get; }

    /// <summary>Activities, in canonical order.</summary>
    public IReadOnlyList<ActivityFact> Activities { get; }

    /// <summary>Stage entries of opportunities, in canonical order.</summary>
    public IReadOnlyList<OpportunityFact> Opportunities { get; }

    /// <summary>Policies, in order of submission.</summary>
    public IReadOnlyList<PolicyFact> Policies { get; }

    /// <summary>Policy events, in canonical order.</summary>
    public IReadOnlyList<PolicyEventFact> PolicyEvents { get; }

    /// <summary>Premium collected and refunded, in canonical order.</summary>
    public IReadOnlyList<PremiumFact> Premiums { get; }

    /// <summary>Training, in canonical order.</summary>
    public IReadOnlyList<TrainingFact> Trainings { get; }

    /// <summary>Customer feedback, in canonical order.</summary>
    public IReadOnlyList<FeedbackFact> Feedback { get; }

    /// <summary>Market readings, in canonical order.</summary>
    public IReadOnlyList<MarketFact> Market { get; }

    /// <summary>Steps of recruiting, in canonical order.</summary>
    public IReadOnlyList<RecruitFact> Recruits { get; }

    /// <summary>What happened to planned activities, in canonical order.</summary>
    public IReadOnlyList<AppointmentFact> Appointments { get; }

    /// <summary>Attendance at meetings, in canonical order.</summary>
    public IReadOnlyList<AttendanceFact> Attendance { get; }

    /// <summary>Customers' steps at events for several, in canonical order.</summary>
    public IReadOnlyList<GroupEventFact> GroupEvents { get; }

    /// <summary>Values typed in, in canonical order.</summary>
    public IReadOnlyList<EntryFact> Entries { get; }

    /// <summary>Customers' master data, in canonical order; of several facts about one customer the last counts.</summary>
    public IReadOnlyList<CustomerFact> Customers { get; }

    /// <summary>Agents, teams, ranks, lineage and leave over time.</summary>
    public Organisation Organisation { get; }

    /// <summary>The fact with a key; <see langword="null"/> when the book has none.</summary>
    public Fact? Find(FactKey key) => _facts.GetValueOrDefault(key);

    /// <summary>A policy's master data; <see langword="null"/> when the book has none.</summary>
    public PolicyFact? Policy(PolicyId policy) => _policies.GetValueOrDefault(policy);

    /// <summary>A customer's master data; <see langword="null"/> when the book has none.</summary>
    public CustomerFact? Customer(CustomerId customer) => _customers.GetValueOrDefault(customer);

    /// <summary>What happened to a policy, in canonical order.</summary>
    public IEnumerable<PolicyEventFact> EventsOf(PolicyId policy) => _events[policy];

    /// <summary>The premium of a policy, in canonical order.</summary>
    public IEnumerable<PremiumFact> PremiumsOf(PolicyId policy) => _premiums[policy];

    /// <summary>Who has or had which role in a policy, in canonical order; empty when all of it is the selling agent's and the policyholder's.</summary>
    public IEnumerable<PolicyRoleFact> RolesOf(PolicyId policy) => _roles[policy];

    /// <summary>The premiums asked for, in canonical order; empty when the source doesn't say.</summary>
    public IEnumerable<PremiumDueFact> PremiumsDueOf(PolicyId policy) => _dues[policy];

    /// <summary>A customer's consents and refusals, in canonical order.</summary>
    public IEnumerable<ConsentFact> ConsentsOf(CustomerId customer) => _consents[customer];

    /// <summary>The agent a fact counts for; <see langword="null"/> for a customer without owner, a market reading, or a policy the book doesn't know.</summary>
    public AgentId? AgentOf(Fact fact) => fact switch
    {
        ActivityFact a => a.Agent,
        OpportunityFact o => o.Agent,
        PolicyFact p => p.Agent,
        PolicyEventFact e => Policy(e.Policy)?.Agent,
        PremiumFact p => Policy(p.Policy)?.Agent,
        TrainingFact t => t.Agent,
        FeedbackFact f => f.Agent,
        AppointmentFact a => a.Agent,
        AttendanceFact a => a.Agent,
        GroupEventFact e => e.Agent,
        EntryFact e => e.Agent,
        LeaveFact l => l.Agent,
        LineageFact l => l.Agent,
        RecruitFact r => r.Recruiter,
        PolicyRoleFact r => r.Agent,
        PremiumDueFact d => Policy(d.Policy)?.Agent,
        AgentFact a => a.Agent,
        AssignmentFact a => a.Agent,
        LicenceFact l => l.Agent,
        CustomerFact c => c.Owner,
        _ => null,
    };

    /// <summary>What was dated up to a day, included: the book as a replay of that day sees it. What is in force for a time and begins later (certificates, assignments, teams, lineage, leave, roles) stays, since it is a plan as much as a fact and is asked for by day.</summary>
    public FactBook UpTo(LocalDate date) =>
        new(All.Where(f => f.Date <= date || f is LicenceFact or AssignmentFact or TeamFact or LineageFact or LeaveFact or PolicyRoleFact));

    /// <summary>This book without one fact: what would be known had it not happened.</summary>
    public FactBook Without(FactKey key) => new(All.Where(f => f.Key != key));

    /// <summary>This book with one more fact, or a fact's other version, whatever its revision.</summary>
    public FactBook With(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return Of(All.Where(f => f.Key != fact.Key).Append(fact));
    }

    private static Dictionary<TKey, T> LastByKey<TKey, T>(IEnumerable<T> facts, Func<T, TKey> key)
        where TKey : notnull
    {
        var last = new Dictionary<TKey, T>();
        foreach (var fact in facts)
        {
            last[key(fact)] = fact;
        }

        return last;
    }
}
