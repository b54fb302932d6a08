namespace ActivityMgmt.Kpi;

/// <summary>Policies by the day on which the grace of the premium of policy year <c>n + 1</c> ends; they belong to whoever owns their persistency on that day, in the team of that day.</summary>
/// <remarks>
/// Not in the cohort: policies without effective date, policies whose premium is not paid that long (single premium for 13 months), and those cancelled
/// in the cooling-off period, whenever that happened.
/// </remarks>
internal sealed class PersistencyCohort(int years, GraceRule grace, Expression? where, IReadOnlyDictionary<string, FactField> fields) : ISelection
{
    private readonly FieldSources _sources = (where?.Names ?? []).Aggregate(FieldSources.Own, (all, name) => all | fields[name].Sources);

    public int Years => years;

    public GraceRule Grace => grace;

    public IEnumerable<Fact> Candidates(FactBook book) => book.Policies;

    public IReadOnlyList<SelectedFact> Select(Fact candidate, FactContexts contexts, IReadOnlyList<Fact> without)
    {
        var policy = (PolicyFact)candidate;
        if (policy.EffectiveOn is not { } effective
            || policy.PaymentYears <= years
            || !ReferenceEquals(contexts.PolicyOf(policy.Policy, without), policy)
            || contexts.FirstEvent(policy.Policy, PolicyEventKind.CancelledInCoolingOff, without) is not null)
        {
            return [];
        }

        var context = contexts.OfOwner(policy, grace.EndOf(effective.PlusYears(years)), without);
        return where?.IsTrue(name => fields[name].Read(context)) == false ? [] : [new(context, ExpressionValue.Unknown, _sources)];
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

        foreach (var fact in contexts.Replaceable(contexts.OfOwner(policy, grace.EndOf(effective.PlusYears(years)), without), without))
        {
            yield return fact;
        }
    }
}
