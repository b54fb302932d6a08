namespace ActivityMgmt.Domain;

/// <summary>A funnel step that was named as the cause again and again.</summary>
/// <param name="Step">The step.</param>
/// <param name="Times">On how many days of checkpoints; goals that were looked at on the same day count once.</param>
/// <param name="Last">The cause as it was found at the last of them.</param>
public sealed record RepeatedWeakStep(MeasureId Step, int Times, Cause.WeakStep Last)
{
    /// <summary>The steps named on two days of checkpoints or more, most often first, ties by id.</summary>
    /// <param name="checkpoints">One agent's checkpoints, oldest first.</param>
    public static IReadOnlyList<RepeatedWeakStep> In(IEnumerable<Checkpoint> checkpoints) =>
    [
        .. checkpoints.Where(c => c.Cause is Cause.WeakStep)
            .GroupBy(c => ((Cause.WeakStep)c.Cause!).Step)
            .Select(g => new RepeatedWeakStep(g.Key, g.Select(c => c.AsOf).Distinct().Count(), (Cause.WeakStep)g.Last().Cause!))
            .Where(w => w.Times >= 2)
            .OrderByDescending(w => w.Times)
            .ThenBy(w => w.Step.Value, StringComparer.Ordinal),
    ];
}
