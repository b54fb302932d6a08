namespace ActivityMgmt.Domain;

/// <summary>A policy whose servicing agent has left (孤儿单).</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Customer">The policyholder; <see langword="null"/> when unknown.</param>
/// <param name="Leaver">Who serviced it.</param>
/// <param name="LeftOn">The leaver's last day, included.</param>
/// <param name="Deadline">The last day on which the hand-over is in time.</param>
/// <param name="HandedTo">Who services it now: a taker, or the leaver who came back to it; <see langword="null"/> while nobody does.</param>
/// <param name="HandedOn">From when on; <see langword="null"/> while nobody does.</param>
public sealed record OrphanPolicy(
    PolicyId Policy, CustomerId? Customer, AgentId Leaver, LocalDate LeftOn, LocalDate Deadline, AgentId? HandedTo, LocalDate? HandedOn)
{
    /// <summary>Whether it is late on a day: open after the deadline, or handed over after it.</summary>
    public bool IsLateOn(LocalDate date) => HandedOn is { } handed ? handed > Deadline : date > Deadline;
}

/// <summary>Finds orphan policies and hands them over. The receiver's persistency stays as it is: only service changes hands.</summary>
/// <remarks>
/// An orphan is every policy that isn't over on the leaver's last day and that the leaver serviced then: pending, issued and lapsed ones, too, since somebody has to see to them. Every end
/// of a contract counts unless the next contract follows without a break.
/// </remarks>
public static class OrphanPolicies
{
    /// <summary>The policies that a leaver left behind, sorted by id, then last day; what was handed over since is told.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="leaver">Who left; empty when they didn't.</param>
    /// <param name="deadlineInDays">Calendar days after the last day; the day itself is still in time.</param>
    public static IReadOnlyList<OrphanPolicy> Of(FactBook facts, AgentId leaver, int deadlineInDays) => Find(Guard.Against.Null(facts), [leaver], deadlineInDays);

    /// <summary>The policies that anybody left behind, sorted by id, then last day; what was handed over since is told.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="deadlineInDays">Calendar days after the last day; the day itself is still in time.</param>
    public static IReadOnlyList<OrphanPolicy> All(FactBook facts, int deadlineInDays) => Find(Guard.Against.Null(facts), facts.Organisation.Agents, deadlineInDays);

    /// <summary>Proposes who services which policy: policies of one household, else of one customer, stay together; the biggest groups go first, each to whoever services fewest.</summary>
    /// <param name="facts">What is known; says households and how many policies each taker services already.</param>
    /// <param name="orphans">The policies; those handed over already are left alone.</param>
    /// <param name="takers">Who may take over, at least one.</param>
    /// <param name="from">The first day of the new service.</param>
    /// <param name="source">The source under which the proposed facts are booked.</param>
    /// <returns>A servicer role for each open policy, marked as hand-over; a named person decides.</returns>
    /// <exception cref="BrokenRuleException">There is something to hand over and nobody to take it.</exception>
    public static IReadOnlyList<PolicyRoleFact> Propose(FactBook facts, IReadOnlyList<OrphanPolicy> orphans, IReadOnlyList<AgentId> takers, LocalDate from, string source)
    {
        Guard.Against.Null(facts);
        Guard.Against.Null(orphans);
        Guard.Against.Null(takers);
        var open = orphans.Where(o => o.HandedTo is null).ToArray();
        if (open.Length > 0 && takers.Count == 0)
        {
            throw new BrokenRuleException(new SomebodyMustTakeOrphansRule(open[0].Leaver, open.Length));
        }

        var load = takers.Distinct().ToDictionary(t => t, t => facts.Lookups.PoliciesWith(t).Count(p => IsServicedBy(t, facts, p, from)));
        var roles = new List<PolicyRoleFact>();
        foreach (var group in open.GroupBy(o => Together(facts, o)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal))
        {
            var taker = load.OrderBy(l => l.Value).ThenBy(l => l.Key.Value, StringComparer.Ordinal).First().Key;
            load[taker] += group.Count();
            roles.AddRange(group.Select(o => ServiceOf(o.Policy, taker, from, source)));
        }

        return [.. roles.OrderBy(r => r.Policy.Value, StringComparer.Ordinal)];
    }

    private static IReadOnlyList<OrphanPolicy> Find(FactBook facts, IReadOnlyList<AgentId> agents, int deadlineInDays)
    {
        Guard.Against.Negative(deadlineInDays);
        var lastDays = agents
            .Select(a => (Agent: a, Days: facts.Organisation.TimesUnderContract(a).Select(t => t.Until).OfType<LocalDate>().ToArray()))
            .Where(a => a.Days.Length > 0)
            .ToDictionary(a => a.Agent, a => a.Days);
        return
        [
            .. lastDays.Keys.SelectMany(facts.Lookups.PoliciesWith)
                .Distinct()
                .OrderBy(p => p.Policy.Value, StringComparer.Ordinal)
                .SelectMany(p => Servicers(facts, p)
                    .SelectMany(a => lastDays.GetValueOrDefault(a, []), (a, left) => (Agent: a, Left: left))
                    .Where(o => IsLeftBehind(facts, p, o.Agent, o.Left))
                    .OrderBy(o => o.Left)
                    .Select(o => Orphan(facts, p, o.Agent, o.Left, o.Left.PlusDays(deadlineInDays)))),
        ];
    }

    // Everybody who ever serviced a policy.
    private static IEnumerable<AgentId> Servicers(FactBook facts, PolicyFact policy) =>
        facts.RolesOf(policy.Policy).Where(r => r.Role == PolicyRole.Servicer).Select(r => r.Agent).OfType<AgentId>().Append(policy.Agent).Distinct();

    private static bool IsLeftBehind(FactBook facts, PolicyFact policy, AgentId leaver, LocalDate left) =>
        policy.Date <= left && IsServicedBy(leaver, facts, policy, left) && !PolicyLifeCycle.On(facts, policy, left).IsOver;

    private static bool IsServicedBy(AgentId agent, FactBook facts, PolicyFact policy, LocalDate date) => PolicyRoles.On(facts, policy, date).Servicer.Agent == agent;

    private static OrphanPolicy Orphan(FactBook facts, PolicyFact policy, AgentId leaver, LocalDate left, LocalDate deadline)
    {
        var handed = facts.RolesOf(policy.Policy).FirstOrDefault(r => r.Role == PolicyRole.Servicer && r.Date > left && r.Agent is { } agent && agent != leaver);
        LocalDate? returned = facts.Organisation.TimesUnderContract(leaver).Where(t => t.From > left).Select(t => (LocalDate?)t.From).FirstOrDefault();
        return returned is { } back && !(handed?.Date <= back)
            ? new(policy.Policy, policy.Customer, leaver, left, deadline, leaver, back)
            : new(policy.Policy, policy.Customer, leaver, left, deadline, handed?.Agent, handed?.Date);
    }

    private static string Together(FactBook facts, OrphanPolicy orphan) =>
        orphan.Customer is not { } customer ? "policy:" + orphan.Policy
        : facts.Customer(customer)?.Household is { } household ? "household:" + household
        : "customer:" + customer;

    // Service alone: persistency stays with whom it counts for.
    internal static PolicyRoleFact ServiceOf(PolicyId policy, AgentId taker, LocalDate from, string source) => new()
    {
        Origin = new(source, $"{policy}/servicer/{NodaTime.Text.LocalDatePattern.Iso.Format(from)}"),
        Date = from,
        Policy = policy,
        Role = PolicyRole.Servicer,
        Agent = taker,
        IsByHandover = true,
    };
}
