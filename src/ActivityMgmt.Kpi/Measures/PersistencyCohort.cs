namespace ActivityMgmt.Kpi;

/// <summary>Policies by the day on which the grace of the premium of policy year <c>n + 1</c> ends; they belong to whoever owns their persistency on that day, in the team of that day.</summary>
/// <remarks>
/// Not in the cohort: policies without effective date, policies whose premium is not paid that long (single premium for 13 months), those cancelled
/// in the cooling-off period, whenever that happened, and those ended by a claim by the end of the grace.
/// </remarks>
internal sealed class PersistencyCohort(int years, GraceRule grace, Expression? where, IReadOnlyDictionary<string, FactField> fields) : ISelection
{
    private readonly FieldSources _sources = (where?.Names ?? []).Aggregate(FieldSources.Own, (all, name) => all | fields[name].Sources);

    public int Years => years;

    public GraceRule Grace => grace;

    public IEnumerable<Candidate> Candidates(FactContexts contexts) => InParallel.SelectMany(
        contexts.Book.Policies, policies => policies.Select(p => Judge(p, contexts)).Where(c => c.Matters));

    public Candidate Judge(Fact candidate, FactContexts contexts)
    {
        var policy = (PolicyFact)candidate;
        return policy.EffectiveOn is not { } effective || policy.PaymentYears <= years
            ? new(policy, [], false, policy.Date)
            : new(
                policy,
                Select(policy, contexts, []),
                Deciders(policy, contexts, []).Any(),
                contexts.OfOwner(policy, EndOf(effective), []).KnownFrom);
    }

    public IReadOnlyList<Fact> Facts(FactContexts contexts) => contexts.Book.Policies;

    public IReadOnlyList<Standing> Explain(Fact fact, FactContexts contexts)
    {
        var policy = (PolicyFact)fact;
        var context = contexts.OfOwner(policy, policy.EffectiveOn is { } effective ? EndOf(effective) : policy.Date, []);
        return
        [
            new(
                context,
                policy.EffectiveOn is null ? null : "kpi.day.grace-end",
                [.. KeptOut(policy, contexts, []), .. where is null ? [] : Standing.KeptOutBy(where, name => fields[name].Read(context))]),
        ];
    }

    public IReadOnlyList<SelectedFact> Select(Fact candidate, FactContexts contexts, IReadOnlyList<Fact> without)
    {
        var policy = (PolicyFact)candidate;
        if (policy.EffectiveOn is not { } effective || KeptOut(policy, contexts, without).Any())
        {
            return [];
        }

        var context = contexts.OfOwner(policy, EndOf(effective), without);
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

        foreach (var ended in LeftOutBy(policy, EndOf(effective), contexts, without))
        {
            yield return ended;
        }

        foreach (var fact in contexts.Replaceable(contexts.OfOwner(policy, EndOf(effective), without), without))
        {
            yield return fact;
        }
    }

    // What keeps a policy out of the cohort, whoever owns it and whatever the condition says.
    private IEnumerable<Reason> KeptOut(PolicyFact policy, FactContexts contexts, IReadOnlyList<Fact> without)
    {
        if (policy.EffectiveOn is not { } effective)
        {
            yield return Reason.Of("kpi.why-not.gate", ("needed", ReasonValue.Term("kpi.day.effective")));
            yield break;
        }

        if (policy.PaymentYears <= years)
        {
            yield return Reason.Of("kpi.why-not.paid-up", ("paid", policy.PaymentYears), ("year", years + 1));
        }

        if (contexts.PolicyOf(policy.Policy, without) is { } inForce && !ReferenceEquals(inForce, policy))
        {
            yield return Reason.Of("kpi.why-not.other-fact", ("policy", policy.Policy.Value), ("fact", inForce.Reference.ToString()));
        }

        foreach (var ended in LeftOutBy(policy, EndOf(effective), contexts, without))
        {
            yield return Reason.Of(
                ended.Event == PolicyEventKind.ClaimEnded ? "kpi.why-not.claim-ended" : "kpi.why-not.cancelled", ("policy", policy.Policy.Value), ("date", ended.Date));
        }
    }

    private LocalDate EndOf(LocalDate effective) => grace.EndOf(effective.PlusYears(years));

    // The events that keep a policy out of the cohort.
    private static IEnumerable<PolicyEventFact> LeftOutBy(PolicyFact policy, LocalDate judgedOn, FactContexts contexts, IReadOnlyList<Fact> without)
    {
        if (contexts.FirstEvent(policy.Policy, PolicyEventKind.CancelledInCoolingOff, without) is { } cancelled)
        {
            yield return cancelled;
        }

        if (contexts.FirstEvent(policy.Policy, PolicyEventKind.ClaimEnded, without) is { } claimed && claimed.Date <= judgedOn)
        {
            yield return claimed;
        }
    }
}
