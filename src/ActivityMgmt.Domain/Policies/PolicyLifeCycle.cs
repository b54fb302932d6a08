namespace ActivityMgmt.Domain;

/// <summary>Reads a policy's state on a day from its facts, in whatever order and however often they came. The one place that says which events end cover and which bring it back.</summary>
/// <remarks>
/// Facts of one day count in the source's own order; without one, in the order in which things happen: issue, beginning of cover, receipt, call-back, end of cooling-off, changes, lapse,
/// reinstatement, end. The same event told twice for one day counts once. A lapse is never concluded from a missing premium: only the insurer's event says so.
/// Where only one of <see cref="PolicyFact.IssuedOn"/> and <see cref="PolicyFact.EffectiveOn"/> is known, it counts as both: a source that knows cover to begin later says so, and a policy
/// that stayed issued for ever would refuse its own lapse.
/// </remarks>
public static class PolicyLifeCycle
{
    private static readonly CoverState[] Living = [CoverState.Issued, CoverState.InForce, CoverState.InGrace, CoverState.Lapsed];
    private static readonly CoverState[] Covered = [CoverState.InForce, CoverState.InGrace];

    // In the order in which things happen: it settles which of two events of one day came first, where the source doesn't say.
    private static readonly PolicyEventKind[] Order =
    [
        PolicyEventKind.Declined, PolicyEventKind.Withdrawn, PolicyEventKind.ReceiptSigned, PolicyEventKind.ReceiptReturned, PolicyEventKind.CallbackFailed,
        PolicyEventKind.CallbackPassed, PolicyEventKind.CoolingOffEnded, PolicyEventKind.Reduced, PolicyEventKind.TermChanged, PolicyEventKind.Lapsed,
        PolicyEventKind.Reinstated, PolicyEventKind.CancelledInCoolingOff, PolicyEventKind.Surrendered, PolicyEventKind.ClaimEnded, PolicyEventKind.Replaced, PolicyEventKind.Matured,
    ];

    /// <summary>The step of <see cref="LifeCycles.Policy"/> that an event takes; <see langword="null"/> when it leaves cover as it is and sets a mark.</summary>
    public static string? StepOf(PolicyEventKind kind) => kind switch
    {
        PolicyEventKind.Declined => "decline",
        PolicyEventKind.Withdrawn => "withdraw",
        PolicyEventKind.CancelledInCoolingOff => "cancel in cooling-off",
        PolicyEventKind.Lapsed => "lapse",
        PolicyEventKind.Reinstated => "reinstate",
        PolicyEventKind.Surrendered => "surrender",
        PolicyEventKind.ClaimEnded => "end by claim",
        PolicyEventKind.Replaced => "replace",
        PolicyEventKind.Matured => "mature",
        _ => null,
    };

    /// <summary>The state an event leads to; <see langword="null"/> when that state doesn't allow it. A mark leads to the same state.</summary>
    public static CoverState? Next(CoverState from, PolicyEventKind kind) => StepOf(kind) is { } step
        ? LifeCycles.Policy.Find(from, step)?.To
        : (kind is PolicyEventKind.Reduced or PolicyEventKind.TermChanged ? Covered : Living).Contains(from) ? from : null;

    /// <summary>Whether an event ends cover, for good or until it is reinstated, or keeps it from beginning.</summary>
    public static bool EndsCover(PolicyEventKind kind) => StepOf(kind) is not null && !RestoresCover(kind);

    /// <summary>Whether an event brings cover back.</summary>
    public static bool RestoresCover(PolicyEventKind kind) => kind == PolicyEventKind.Reinstated;

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
            walk.Take(happened);
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

    private static IEnumerable<PolicyEventFact> InOrder(IEnumerable<PolicyEventFact> events) => events
        .OrderBy(e => e.Date)
        .ThenBy(e => e.Origin.Sequence)
        .ThenBy(e => Array.IndexOf(Order, e.Event))
        .ThenBy(e => e.Key)
        .DistinctBy(e => (e.Event, e.Date));
}
