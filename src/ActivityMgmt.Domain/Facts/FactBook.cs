namespace ActivityMgmt.Domain;

/// <summary>All facts as they were known at one moment: the newest revision of each, in canonical order. Everything that decides reads from here.</summary>
/// <remarks>
/// Immutable and safe for concurrent use. Canonical order is date, source sequence, then key, so the order of arrival never matters.
/// Policy events and premium belong to the agent who sold the policy (<see cref="PolicyFact.Agent"/>); shares of several sellers, service and persistency are <see cref="PolicyRoles"/>.
/// </remarks>
public sealed class FactBook
{
    // Looked up by few; built when somebody does.
    private readonly Lazy<IReadOnlyList<Fact>> _all;
    private readonly Lazy<Dictionary<FactKey, Fact>> _facts;
    private readonly Lazy<Dictionary<PolicyId, PolicyFact>> _policies;
    private readonly Lazy<ILookup<PolicyId, PolicyEventFact>> _events;
    private readonly Lazy<ILookup<PolicyId, PremiumFact>> _premiums;
    private readonly Lazy<Dictionary<CustomerId, CustomerFact>> _customers;
    private readonly Lazy<ILookup<PolicyId, PolicyRoleFact>> _roles;
    private readonly Lazy<ILookup<PolicyId, PremiumDueFact>> _dues;
    private readonly Lazy<ILookup<CustomerId, ConsentFact>> _consents;

    private FactBook(Fact[] inOrder)
        : this(new(inOrder), new FactLists(inOrder), null, null)
    {
    }

    private FactBook(Lazy<IReadOnlyList<Fact>> inOrder, FactLists lists, FactBook? whole, LocalDate? lastDay)
    {
        _all = inOrder;
        Lists = lists;
        Whole = whole ?? this;
        LastDay = lastDay;
        _facts = new(() => All.ToDictionary(f => f.Key));
        _policies = new(() => LastByKey(Policies, p => p.Policy));
        _events = new(() => PolicyEvents.ToLookup(e => e.Policy));
        _premiums = new(() => Premiums.ToLookup(p => p.Policy));
        _customers = new(() => LastByKey(lists.Customers, c => c.Customer));
        _roles = new(() => lists.Roles.ToLookup(r => r.Policy));
        _dues = new(() => lists.PremiumsDue.ToLookup(d => d.Policy));
        _consents = new(() => lists.Consents.ToLookup(c => c.Customer));
        Organisation = new Organisation(lists);
        Lookups = new(this);
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

        return new([.. newest.Values.OrderBy(f => f.Date).ThenBy(f => f.Origin.Sequence).ThenBy(f => f.Key)]);
    }

    /// <summary>The book that <see cref="UpTo"/> cut this one from, kept as long as this one is; this book itself when nothing was cut off.</summary>
    /// <remarks>For those who work something out about a book once and use it for every day of a quarter.</remarks>
    public FactBook Whole { get; }

    /// <summary>The day up to which this book was cut, included; <see langword="null"/> when nothing was cut off.</summary>
    public LocalDate? LastDay { get; }

    /// <summary>Every fact, in canonical order.</summary>
    public IReadOnlyList<Fact> All => _all.Value;

    // The facts of each kind.
    private FactLists Lists { get; }

    /// <summary>Activities, in canonical order.</summary>
    public IReadOnlyList<ActivityFact> Activities => Lists.Activities;

    /// <summary>Stage entries of opportunities, in canonical order.</summary>
    public IReadOnlyList<OpportunityFact> Opportunities => Lists.Opportunities;

    /// <summary>Policies, in order of submission.</summary>
    public IReadOnlyList<PolicyFact> Policies => Lists.Policies;

    /// <summary>Policy events, in canonical order.</summary>
    public IReadOnlyList<PolicyEventFact> PolicyEvents => Lists.PolicyEvents;

    /// <summary>Premium collected and refunded, in canonical order.</summary>
    public IReadOnlyList<PremiumFact> Premiums => Lists.Premiums;

    /// <summary>Training, in canonical order.</summary>
    public IReadOnlyList<TrainingFact> Trainings => Lists.Trainings;

    /// <summary>Customer feedback, in canonical order.</summary>
    public IReadOnlyList<FeedbackFact> Feedback => Lists.Feedback;

    /// <summary>Market readings, in canonical order.</summary>
    public IReadOnlyList<MarketFact> Market => Lists.Market;

    /// <summary>Agents' master data, in order of joining; of several for one agent the last counts.</summary>
    public IReadOnlyList<AgentFact> Agents => Lists.Agents;

    /// <summary>Assignments, in order of their first day.</summary>
    public IReadOnlyList<AssignmentFact> Assignments => Lists.Assignments;

    /// <summary>Steps of recruiting, in canonical order.</summary>
    public IReadOnlyList<RecruitFact> Recruits => Lists.Recruits;

    /// <summary>Premiums asked for, in canonical order.</summary>
    public IReadOnlyList<PremiumDueFact> PremiumsDue => Lists.PremiumsDue;

    /// <summary>What happened to planned activities, in canonical order.</summary>
    public IReadOnlyList<AppointmentFact> Appointments => Lists.Appointments;

    /// <summary>Attendance at meetings, in canonical order.</summary>
    public IReadOnlyList<AttendanceFact> Attendance => Lists.Attendance;

    /// <summary>Customers' steps at events for several, in canonical order.</summary>
    public IReadOnlyList<GroupEventFact> GroupEvents => Lists.GroupEvents;

    /// <summary>Values typed in, in canonical order.</summary>
    public IReadOnlyList<EntryFact> Entries => Lists.Entries;

    /// <summary>Customers' master data, in canonical order; of several facts about one customer the last counts.</summary>
    public IReadOnlyList<CustomerFact> Customers => Lists.Customers;

    /// <summary>Agents, teams, ranks, lineage and leave over time.</summary>
    public Organisation Organisation { get; }

    // By customer, agent and opportunity.
    internal FactLookups Lookups { get; }

    // In canonical order.
    internal IReadOnlyList<PolicyRoleFact> Roles => Lists.Roles;

    /// <summary>The fact with a key; <see langword="null"/> when the book has none.</summary>
    public Fact? Find(FactKey key) => _facts.Value.GetValueOrDefault(key);

    /// <summary>A policy's master data; <see langword="null"/> when the book has none.</summary>
    public PolicyFact? Policy(PolicyId policy) => _policies.Value.GetValueOrDefault(policy);

    /// <summary>A customer's master data; <see langword="null"/> when the book has none.</summary>
    public CustomerFact? Customer(CustomerId customer) => _customers.Value.GetValueOrDefault(customer);

    /// <summary>What happened to a policy, in canonical order.</summary>
    public IEnumerable<PolicyEventFact> EventsOf(PolicyId policy) => _events.Value[policy];

    /// <summary>The premium of a policy, in canonical order.</summary>
    public IEnumerable<PremiumFact> PremiumsOf(PolicyId policy) => _premiums.Value[policy];

    /// <summary>Who has or had which role in a policy, in canonical order; empty when all of it is the selling agent's and the policyholder's.</summary>
    public IEnumerable<PolicyRoleFact> RolesOf(PolicyId policy) => _roles.Value[policy];

    /// <summary>The premiums asked for, in canonical order; empty when the source doesn't say.</summary>
    public IEnumerable<PremiumDueFact> PremiumsDueOf(PolicyId policy) => _dues.Value[policy];

    /// <summary>A customer's consents and refusals, in canonical order.</summary>
    public IEnumerable<ConsentFact> ConsentsOf(CustomerId customer) => _consents.Value[customer];

    /// <summary>The agent a fact counts for: of a policy, its events and its premium the selling agent, whoever shares the sale or services the policy now; <see langword="null"/> for a customer without owner, a market reading, or a policy the book doesn't know.</summary>
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

    /// <summary>What was dated up to a day, included: the book as a replay of that day sees it. What is in force for a time and begins later (contracts, certificates, assignments, teams, lineage, leave, roles) stays, since it is a plan as much as a fact and is asked for by day.</summary>
    /// <remarks>Takes little time and memory: what is asked of the cut later is found then, and looks at the whole book's facts where it can.</remarks>
    public FactBook UpTo(LocalDate date)
    {
        var last = LastDay < date ? LastDay.Value : date;
        return new(new(() => AllUpTo(Whole.All, last)), Whole.Lists.UpTo(last), Whole, last);
    }

    /// <summary>This book without one fact: what would be known had it not happened.</summary>
    public FactBook Without(FactKey key) => new([.. All.Where(f => f.Key != key)]);

    /// <summary>This book with one more fact, or a fact's other version, whatever its revision.</summary>
    public FactBook With(Fact fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return Of(All.Where(f => f.Key != fact.Key).Append(fact));
    }

    private static Fact[] AllUpTo(IReadOnlyList<Fact> all, LocalDate date)
    {
        var upTo = FactLists.UpTo(all, date);
        return [.. upTo, .. all.Skip(upTo.Count).Where(FactLists.IsInForceForATime)];
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
