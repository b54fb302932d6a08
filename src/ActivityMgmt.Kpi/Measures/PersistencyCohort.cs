namespace ActivityMgmt.Kpi;

/// <summary>Policies by the day on which the grace of the premium of policy year <c>n + 1</c> ends; agent and team are those of that day.</summary>
/// <remarks>
/// Not in the cohort: policies without effective date, policies whose premium is not paid that long (single premium for 13 months), and those cancelled
/// in the cooling-off period, whenever that happened.
/// </remarks>
internal sealed class PersistencyCohort(int years, GracePeriod grace, Expression? where, IReadOnlyDictionary<string, FactField> fields) : ISelection
{
    private readonly FieldSources _sources = (where?.Names ?? []).Aggregate(FieldSources.Own, (all, name) => all | fields[name].Sources);

    public int Years => years;

    public GracePeriod Grace => grace;

    public IEnumerable<Candidate> Candidates(FactContexts contexts) => InParallel.SelectMany(
        contexts.Book.Policies, policies => policies.Select(p => Judge(p, contexts)).Where(c => c.Matters));

    public Candidate Judge(Fact candidate, FactContexts contexts)
    {
        var policy = (PolicyFact)candidate;
        return policy.EffectiveOn is not { } effective || policy.PaymentYears <= years
            ? new(policy, null, false, policy.Date)
            : new(
                policy,
                Select(policy, contexts, []),
                Deciders(policy, contexts, []).Any(),
                contexts.At(policy, grace.EndOf(effective.PlusYears(years))).KnownFrom);
    }

    public SelectedFact? Select(Fact candidate, FactContexts contexts, IReadOnlyList<Fact> without)
    {
        var policy = (PolicyFact)candidate;
        if (policy.EffectiveOn is not { } effective
            || policy.PaymentYears <= years
            || !ReferenceEquals(contexts.PolicyOf(policy.Policy, without), policy)
            || contexts.FirstEvent(policy.Policy, PolicyEventKind.CancelledInCoolingOff, without) is not null)
        {
            return null;
        }

        var context = contexts.At(policy, grace.EndOf(effective.PlusYears(years)), without);
        return where?.IsTrue(name => fields[name].Read(context)) == false ? null : new(context, ExpressionValue.Unknown, _sources);
    }

    public IEnumerable<Fact> Deciders(Fact candidate, FactContexts contexts, IReadOnlyList<Fact> without)
    {
        var policy = (PolicyFact)candidate;
        if (policy.EffectiveOn is not { } effective || policy.PaymentYears <= years)
        {
            yield break;
        }

        var inForce = contexts.PolicyOf(policy.Policy, without)!;
        if (!ReferenceEquals(inForce, policy))
        {
            yield return inForce;
        }

        if (contexts.FirstEvent(policy.Policy, PolicyEventKind.CancelledInCoolingOff, without) is { } cancelled)
        {
            yield return cancelled;
        }

        foreach (var fact in contexts.Replaceable(contexts.At(policy, grace.EndOf(effective.PlusYears(years)), without), without))
        {
            yield return fact;
        }
    }
}
