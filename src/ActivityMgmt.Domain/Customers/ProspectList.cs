namespace ActivityMgmt.Domain;

/// <summary>A name on an agent's list (计划100).</summary>
/// <param name="Customer">The prospect.</param>
/// <param name="SourceGroup">The source group; <see langword="null"/> when none was given.</param>
/// <param name="Score">The agent's own score; <see langword="null"/> when not scored.</param>
/// <param name="IsPrivate">Whether the name is the agent's alone: nobody has lawfully contacted the prospect yet.</param>
public sealed record ListedProspect(CustomerId Customer, string? SourceGroup, decimal? Score, bool IsPrivate);

/// <summary>How many prospects of a source group are on a list; what a manager sees.</summary>
/// <param name="SourceGroup">The source group; <c>-</c> for those without one.</param>
/// <param name="Prospects">How many there are.</param>
/// <param name="Contacted">How many of them were contacted.</param>
public sealed record ProspectCount(string SourceGroup, int Prospects, int Contacted);

/// <summary>An agent's list of prospects (Project 100, 计划100). The agent sees the entries, a manager sees counts.</summary>
/// <remarks>
/// A prospect is somebody whom the agent looks after and who holds no policy yet. A name stays private until lawful contact: a yes to <c>marketing</c>, or a
/// talk that took place and was not refused.
/// </remarks>
public sealed class ProspectList
{
    private static readonly string[] NoTalk = ["missed", "cancelled"];

    private ProspectList(AgentId agent, IReadOnlyList<ListedProspect> entries, IReadOnlyList<ProspectCount> counts) => (Agent, Entries, Counts) = (agent, entries, counts);

    /// <summary>Whose list it is.</summary>
    public AgentId Agent { get; }

    /// <summary>The entries, best score first, then by id; without the private ones unless it is the agent who looks, see <see cref="SeenBy"/>.</summary>
    public IReadOnlyList<ListedProspect> Entries { get; }

    /// <summary>Counts by source group of all entries, sorted by group: without ids or names.</summary>
    public IReadOnlyList<ProspectCount> Counts { get; }

    /// <summary>The list as somebody sees it: the agent everything, anybody else no private entries. Counts are the same for all.</summary>
    /// <param name="reader">The agent who looks; <see langword="null"/> when it is none.</param>
    public ProspectList SeenBy(AgentId? reader) => reader == Agent ? this : new(Agent, [.. Entries.Where(e => !e.IsPrivate)], Counts);

    /// <summary>An agent's list on a day, as the agent sees it.</summary>
    public static ProspectList Of(FactBook facts, AgentId agent, LocalDate date)
    {
        Guard.Against.Null(facts);
        ListedProspect[] entries =
        [
            .. facts.Lookups.CustomersOf(agent)
                .Where(c => c.Date <= date && ReferenceEquals(facts.Customer(c.Customer), c) && !facts.Lookups.PoliciesOf(c.Customer).Any(p => p.Date <= date))
                .Select(c => new ListedProspect(c.Customer, c.SourceGroup, c.Score, !IsContacted(facts, c, date)))
                .OrderByDescending(e => e.Score ?? decimal.MinValue)
                .ThenBy(e => e.Customer.Value, StringComparer.Ordinal),
        ];
        return new(agent, entries,
        [
            .. entries.GroupBy(e => e.SourceGroup ?? "-")
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new ProspectCount(g.Key, g.Count(), g.Count(e => !e.IsPrivate))),
        ]);
    }

    private static bool IsContacted(FactBook facts, CustomerFact customer, LocalDate date) =>
        Consents.Of(facts, customer.Customer, "marketing", date) == ConsentStatus.Given
        || (ContactRefusal.InForce(facts, customer.Customer, date, months: null) is null
            && facts.Lookups.ActivitiesWith(customer.Customer).Any(a => a.Date <= date && !NoTalk.Contains(a.Outcome)));
}
