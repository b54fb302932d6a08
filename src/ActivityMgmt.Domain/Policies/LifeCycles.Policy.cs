namespace ActivityMgmt.Domain;

public static partial class LifeCycles
{
    // Whatever ends a policy for good may meet it issued, in force, in grace or lapsed; only the cooling-off period is over once it lapses.
    private static readonly string[] PolicyEnds = ["surrender", "end by claim", "replace", "mature"];

    /// <summary>A policy's cover. Receipt, call-back, cooling-off, reductions and changes of term are marks beside it, see <see cref="PolicyLifeCycle"/>.</summary>
    public static LifeCycle<CoverState> Policy { get; } = new(
        "policy",
        [CoverState.Pending],
        [
            new(CoverState.Pending, "issue", CoverState.Issued),
            new(CoverState.Pending, "decline", CoverState.Declined),
            new(CoverState.Pending, "withdraw", CoverState.Withdrawn),
            new(CoverState.Issued, "begin", CoverState.InForce),
            new(CoverState.Issued, "cancel in cooling-off", CoverState.Ended),
            .. EndsOf(CoverState.Issued),
            new(CoverState.InForce, "miss a premium", CoverState.InGrace),
            new(CoverState.InForce, "lapse", CoverState.Lapsed),
            new(CoverState.InForce, "cancel in cooling-off", CoverState.Ended),
            .. EndsOf(CoverState.InForce),
            new(CoverState.InGrace, "pay", CoverState.InForce),
            new(CoverState.InGrace, "lapse", CoverState.Lapsed),
            new(CoverState.InGrace, "cancel in cooling-off", CoverState.Ended),
            .. EndsOf(CoverState.InGrace),
            new(CoverState.Lapsed, "reinstate", CoverState.InForce),
            .. EndsOf(CoverState.Lapsed),
        ]);

    private static IEnumerable<Transition<CoverState>> EndsOf(CoverState from) => PolicyEnds.Select(step => new Transition<CoverState>(from, step, CoverState.Ended));
}
