namespace ActivityMgmt.Domain;

/// <summary>A policy that its own seller applied for or is insured by (自保件).</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Agent">The seller.</param>
/// <param name="Customer">The seller as a customer.</param>
/// <param name="Facts">The facts that say so.</param>
public sealed record SelfPurchase(PolicyId Policy, AgentId Agent, CustomerId Customer, IReadOnlyList<FactReference> Facts);

/// <summary>Two policies by which two agents bought from each other (互保件).</summary>
/// <param name="First">The policy submitted earlier; of one day, the one with the smaller id.</param>
/// <param name="Second">The other one.</param>
/// <param name="Agent">Who sold the first and bought the second.</param>
/// <param name="Other">Who sold the second and bought the first.</param>
public sealed record MutualPurchase(PolicyId First, PolicyId Second, AgentId Agent, AgentId Other);

/// <summary>Finds policies that agents bought from themselves or from each other. What that means for pay and assessment is the host's rule.</summary>
/// <remarks>Rests on <see cref="AgentFact.Customer"/>: an agent whose own customer id no contract tells is never found; which of the contracts tells it doesn't matter. Sellers, applicants and insured are those of the day of submission.</remarks>
public static class OwnPurchases
{
    /// <summary>Whether a policy is a self-purchase; <see langword="null"/> when it isn't.</summary>
    public static SelfPurchase? Self(FactBook facts, PolicyFact policy)
    {
        var roles = PolicyRoles.On(facts, policy, policy.Date);
        foreach (var seller in roles.Sellers)
        {
            if (ContractsOf(facts, seller.Agent, policy.Date).FirstOrDefault(c => c.Customer is { } id && (roles.Applicant == id || roles.Insured.Contains(id))) is { Customer: { } own } contract)
            {
                var by = facts.RolesOf(policy.Policy).Where(r => r.Customer == own && r.IsInForceOn(policy.Date)).Append(seller.By).OfType<PolicyRoleFact>();
                return new(policy.Policy, seller.Agent, own, [.. by.Select(r => r.Reference).Prepend(contract.Reference).Prepend(policy.Reference).Distinct()]);
            }
        }

        return null;
    }

    /// <summary>All mutual purchases, by the later policy's day of submission.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="withinMonths">How many months may lie between the two submissions; exactly so many months still count. At least 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number of months is negative.</exception>
    public static IReadOnlyList<MutualPurchase> Mutual(FactBook facts, int withinMonths)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentOutOfRangeException.ThrowIfNegative(withinMonths);
        var agents = facts.Organisation.Agents
            .SelectMany(facts.Organisation.ContractsOf)
            .Where(c => c.Customer is not null)
            .GroupBy(c => c.Customer!.Value)
            .ToDictionary(g => g.Key, g => g.First().Agent);
        var sales = facts.Policies
            .OrderBy(p => p.Date).ThenBy(p => p.Policy.Value, StringComparer.Ordinal)
            .SelectMany(p => Sales(facts, p, agents))
            .ToArray();
        var between = sales.ToLookup(s => (s.Seller, s.Buyer));
        return
        [
            .. from second in sales
               from first in between[(second.Buyer, second.Seller)]
               where IsBefore(first.Policy, second.Policy)
                   && second.Policy.Date <= first.Policy.Date.PlusMonths(withinMonths)
               select new MutualPurchase(first.Policy.Policy, second.Policy.Policy, first.Seller, second.Seller),
        ];
    }

    private static IEnumerable<(PolicyFact Policy, AgentId Seller, AgentId Buyer)> Sales(FactBook facts, PolicyFact policy, Dictionary<CustomerId, AgentId> agents)
    {
        var roles = PolicyRoles.On(facts, policy, policy.Date);
        CustomerId[] customers = roles.Applicant is { } applicant ? [applicant, .. roles.Insured] : [.. roles.Insured];
        return from seller in roles.Sellers
               from buyer in customers.Where(agents.ContainsKey).Select(c => agents[c]).Distinct()
               where buyer != seller.Agent
               select (policy, seller.Agent, buyer);
    }

    private static bool IsBefore(PolicyFact first, PolicyFact second) =>
        first.Date < second.Date || (first.Date == second.Date && string.CompareOrdinal(first.Policy.Value, second.Policy.Value) < 0);

    // The one of the day in front, so that it is the evidence where several tell the id.
    private static IEnumerable<AgentFact> ContractsOf(FactBook facts, AgentId agent, LocalDate date) =>
        facts.Organisation.ContractsOf(agent).OrderByDescending(c => c.IsUnderContractOn(date));
}
