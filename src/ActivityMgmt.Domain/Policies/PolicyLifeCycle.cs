namespace ActivityMgmt.Domain;

/// <summary>Reads a policy's state on a day from its facts, in whatever order and however often they came. The one place that says which events end cover and which bring it back.</summary>
/// <remarks>
/// Facts of one day count in the source's own order; without one, in the order in which things happen: issue, beginning of cover, receipt, call-back, end of cooling-off, changes, lapse,
/// reinstatement, end. The same event told twice for one day counts once. A lapse is never concluded from a missing premium: only the insurer's event says so.
/// </remarks>
public static class PolicyLifeCycle
{
    private static readonly CoverState[] Living = [CoverState.Issued, CoverState.InForce, CoverState.InGrace, CoverState.Lapsed];
    private static readonly CoverState[] Covered = [CoverState.InForce, CoverState.InGrace];

    /// <summary>Every event, the states in which it may happen, and where it leads. Anything else is refused with a finding.</summary>
    public static IReadOnlyList<PolicyTransition> Transitions { get; } =
    [
        new(PolicyEventKind.Declined, [CoverState.Pending], CoverState.Declined),
        new(PolicyEventKind.Withdrawn, [CoverState.Pending], CoverState.Withdrawn),
        new(PolicyEventKind.ReceiptSigned, Living, null),
        new(PolicyEventKind.ReceiptReturned, Living, null),
        new(PolicyEventKind.CallbackFailed, Living, null),
        new(PolicyEventKind.CallbackPassed, Living, null),
        new(PolicyEventKind.CoolingOffEnded, Living, null),
        new(PolicyEventKind.Reduced, Covered, null),
        new(PolicyEventKind.TermChanged, Covered, null),
        new(PolicyEventKind.Lapsed, Covered, CoverState.Lapsed),
        new(PolicyEventKind.Reinstated, [CoverState.Lapsed], CoverState.InForce),
        new(PolicyEventKind.CancelledInCoolingOff, [CoverState.Issued, .. Covered], CoverState.Ended),
        new(PolicyEventKind.Surrendered, Living, CoverState.Ended),
        new(PolicyEventKind.ClaimEnded, Living, CoverState.Ended),
        new(PolicyEventKind.Replaced, Living, CoverState.Ended),
        new(PolicyEventKind.Matured, Living, CoverState.Ended),
    ];

    private static readonly Dictionary<PolicyEventKind, (PolicyTransition Transition, int Order)> ByEvent =
        Transitions.Select((t, i) => (t, i)).ToDictionary(x => x.t.Event, x => (x.t, x.i));

    /// <summary>Whether an event ends cover, for good or until it is reinstated, or keeps it from beginning.</summary>
    public static bool EndsCover(PolicyEventKind kind) => ByEvent[kind].Transition.To is CoverState.Lapsed or CoverState.Ended or CoverState.Declined or CoverState.Withdrawn;

    /// <summary>Whether an event brings cover back.</summary>
    public static bool RestoresCover(PolicyEventKind kind) => ByEvent[kind].Transition.To == CoverState.InForce;

    /// <summary>Whether an event says anew whether there is cover.</summary>
    public static bool ChangesCover(PolicyEventKind kind) => EndsCover(kind) || RestoresCover(kind);

    /// <summary>The state of a policy on a day, what happened on it included.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="policy">The policy; its issue and effective dates after the day are left aside.</param>
    /// <param name="asOf">The day.</param>
    /// <param name="grace">How long premium may be late; <see langword="null"/>: premium standing is not looked at, and no policy is in grace.</param>
    public static PolicyState On(FactBook facts, PolicyFact policy, LocalDate asOf, GraceRule? grace = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(policy);
        var walk = new PolicyWalk(policy, asOf);
        var used = new List<FactReference> { policy.Reference };
        foreach (var happened in InOrder(facts.EventsOf(policy.Policy).Where(e => e.Date <= asOf)))
        {
            walk.Take(happened, ByEvent[happened.Event].Transition);
            used.Add(happened.Reference);
        }

        var collected = facts.PremiumsOf(policy.Policy).FirstOrDefault(p => p.Premium == PremiumKind.Collected && p.Date <= asOf);
        IReadOnlyList<DuePremium> dues = grace is null ? [] : DuePremium.Of(facts, policy.Policy, asOf, grace);
        used.AddRange(dues.SelectMany(d => d.Premiums.Select(p => p.Reference).Prepend(d.Due.Reference)));
        if (collected is not null)
        {
            used.Add(collected.Reference);
        }

        return walk.Result(dues) with { CollectedOn = collected?.Date, Facts = [.. used.Distinct()] };
    }

    /// <summary>The state of a policy on a day; <see langword="null"/> when the book doesn't know it.</summary>
    /// <inheritdoc cref="On(FactBook, PolicyFact, LocalDate, GraceRule?)"/>
    public static PolicyState? On(FactBook facts, PolicyId policy, LocalDate asOf, GraceRule? grace = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Policy(policy) is { } known ? On(facts, known, asOf, grace) : null;
    }

    private static IEnumerable<PolicyEventFact> InOrder(IEnumerable<PolicyEventFact> events) => events
        .OrderBy(e => e.Date)
        .ThenBy(e => e.Origin.Sequence)
        .ThenBy(e => ByEvent[e.Event].Order)
        .ThenBy(e => e.Key)
        .DistinctBy(e => (e.Event, e.Date));
}
