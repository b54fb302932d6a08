namespace ActivityMgmt.Domain;

/// <summary>Who is what to a policy on a day.</summary>
/// <remarks>
/// Without facts about a role, the selling agent has every agent's role and the policyholder is applicant. Of several facts about a role that only one can have, the one that began last counts.
/// A hand-over of orphan policies (孤儿单) gives service, and pay if the host says so; it never gives persistency: that stays with whoever had it.
/// </remarks>
public sealed record PolicyRoles
{
    private PolicyRoles()
    {
    }

    /// <summary>Who sold it, each with a share; at least one.</summary>
    public required IReadOnlyList<AgentInRole> Sellers { get; init; }

    /// <summary>Who services it.</summary>
    public required AgentInRole Servicer { get; init; }

    /// <summary>Who is paid for it.</summary>
    public required AgentInRole Payee { get; init; }

    /// <summary>Whose persistency it counts for.</summary>
    public required AgentInRole PersistencyOwner { get; init; }

    /// <summary>Who applied for it (投保人); <see langword="null"/> when unknown.</summary>
    public required CustomerId? Applicant { get; init; }

    /// <summary>Who is insured (被保险人); empty when unknown.</summary>
    public required IReadOnlyList<CustomerId> Insured { get; init; }

    /// <summary>Who receives the benefit (受益人); empty when unknown.</summary>
    public required IReadOnlyList<CustomerId> Beneficiaries { get; init; }

    /// <summary>What doesn't fit: shares that don't sum to one, roles without a holder.</summary>
    public required IReadOnlyList<Finding> Findings { get; init; }

    /// <summary>The roles of a policy on a day.</summary>
    public static PolicyRoles On(FactBook facts, PolicyFact policy, LocalDate date)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(policy);
        var roles = facts.RolesOf(policy.Policy).Where(r => r.IsInForceOn(date)).ToArray();
        var sellers = SellersOf(policy, roles, date);
        return new()
        {
            Sellers = sellers,
            Servicer = ServicerOf(policy, roles, date),
            Payee = LastOf(policy, roles, PolicyRole.Payee),
            PersistencyOwner = PersistencyOwnerOf(policy, roles, date),
            Applicant = CustomersIn(roles, PolicyRole.Applicant) is [.., var last] ? last : policy.Customer,
            Insured = CustomersIn(roles, PolicyRole.Insured),
            Beneficiaries = CustomersIn(roles, PolicyRole.Beneficiary),
            Findings = [.. Check(policy, roles, sellers, date)],
        };
    }

    /// <summary>Who sold a policy, as it stands on a day, each with a share; the selling agent alone when no fact tells sellers.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="roles">The facts about its roles, in canonical order.</param>
    /// <param name="date">The day.</param>
    public static IReadOnlyList<AgentInRole> SellersOf(PolicyFact policy, IEnumerable<PolicyRoleFact> roles, LocalDate date)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(roles);
        AgentInRole[] told = [.. roles.Where(r => r is { Role: PolicyRole.Seller, Agent: not null } && r.IsInForceOn(date)).Select(r => new AgentInRole(r.Agent!.Value, r.Share ?? 1m, r))];
        return told.Length > 0 ? told : [new(policy.Agent, 1m, null)];
    }

    /// <summary>Whose persistency a policy counts for, as it stands on a day; the selling agent's when no fact but a hand-over tells an owner.</summary>
    /// <inheritdoc cref="SellersOf"/>
    public static AgentInRole PersistencyOwnerOf(PolicyFact policy, IEnumerable<PolicyRoleFact> roles, LocalDate date)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(roles);
        return LastOf(policy, roles.Where(r => !r.IsByHandover && r.IsInForceOn(date)), PolicyRole.PersistencyOwner);
    }

    /// <summary>Who services a policy, as it stands on a day; the selling agent when no fact tells a servicer.</summary>
    /// <inheritdoc cref="SellersOf"/>
    public static AgentInRole ServicerOf(PolicyFact policy, IEnumerable<PolicyRoleFact> roles, LocalDate date)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(roles);
        return LastOf(policy, roles.Where(r => r.IsInForceOn(date)), PolicyRole.Servicer);
    }

    private static AgentInRole LastOf(PolicyFact policy, IEnumerable<PolicyRoleFact> roles, PolicyRole role) =>
        roles.LastOrDefault(r => r.Role == role && r.Agent is not null) is { } last ? new(last.Agent!.Value, 1m, last) : new(policy.Agent, 1m, null);

    private static CustomerId[] CustomersIn(PolicyRoleFact[] roles, PolicyRole role) =>
        [.. roles.Where(r => r.Role == role && r.Customer is not null).Select(r => r.Customer!.Value).Distinct()];

    private static IEnumerable<Finding> Check(PolicyFact policy, PolicyRoleFact[] roles, IReadOnlyList<AgentInRole> sellers, LocalDate date)
    {
        if (sellers.Sum(s => s.Share) is var sum && sum != 1m)
        {
            yield return new(Severity.Warn, Reason.Of(
                "policy.shares", ("policy", policy.Policy.Value), ("date", date), ("sum", sum), ("sellers", string.Join(", ", sellers.Select(s => s.Agent.Value)))));
        }

        foreach (var role in roles.Where(r => r.Role is PolicyRole.Applicant or PolicyRole.Insured or PolicyRole.Beneficiary ? r.Customer is null : r.Agent is null))
        {
            yield return new(Severity.Warn, Reason.Of(
                "policy.role-without-holder", ("policy", policy.Policy.Value), ("role", ReasonValue.Term($"policy.role.{role.Role}")), ("fact", role.Reference.ToString())));
        }
    }
}
