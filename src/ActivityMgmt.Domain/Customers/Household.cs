namespace ActivityMgmt.Domain;

/// <summary>People of one household (家庭) and the policies that concern them.</summary>
/// <param name="Id">The CRM's own id.</param>
/// <param name="Members">Its members, sorted by id.</param>
/// <param name="Policies">Policies in which a member is policyholder, applicant, insured or beneficiary, sorted by id; each once.</param>
public sealed record Household(string Id, IReadOnlyList<CustomerId> Members, IReadOnlyList<PolicyId> Policies)
{
    /// <summary>Every household that a book knows, sorted by id.</summary>
    public static IReadOnlyList<Household> In(FactBook facts)
    {
        Guard.Against.Null(facts);
        var policies = facts.Policies
            .Where(p => ReferenceEquals(facts.Policy(p.Policy), p))
            .SelectMany(p => People(facts, p).Select(c => (Customer: c, p.Policy)))
            .ToLookup(x => x.Customer, x => x.Policy);
        return
        [
            .. facts.Customers
                .Where(c => c.Household is not null && ReferenceEquals(facts.Customer(c.Customer), c))
                .GroupBy(c => c.Household!)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new Household(
                    g.Key,
                    [.. g.Select(c => c.Customer).OrderBy(c => c.Value, StringComparer.Ordinal)],
                    [.. g.SelectMany(c => policies[c.Customer]).Distinct().OrderBy(p => p.Value, StringComparer.Ordinal)])),
        ];
    }

    private static IEnumerable<CustomerId> People(FactBook facts, PolicyFact policy) =>
        facts.RolesOf(policy.Policy).Select(r => r.Customer).Append(policy.Customer).OfType<CustomerId>().Distinct();
}
