namespace ActivityMgmt.Domain;

/// <summary>A funnel step that was named as the cause again and again.</summary>
/// <param name="Step">The step.</param>
/// <param name="Times">At how many checkpoints.</param>
/// <param name="Last">The cause as it was found at the last of them.</param>
public sealed record RepeatedWeakStep(MeasureId Step, int Times, Cause.WeakStep Last)
{
    /// <summary>The steps named at two checkpoints or more, most often first, ties by id.</summary>
    /// <param name="checkpoints">One agent's checkpoints, oldest first.</param>
    public static IReadOnlyList<RepeatedWeakStep> In(IEnumerable<Checkpoint> checkpoints) =>
    [
        .. checkpoints.Select(c => c.Cause).OfType<Cause.WeakStep>()
            .GroupBy(c => c.Step)
            .Where(g => g.Count() >= 2)
            .Select(g => new RepeatedWeakStep(g.Key, g.Count(), g.Last()))
            .OrderByDescending(w => w.Times)
            .ThenBy(w => w.Step.Value, StringComparer.Ordinal),
    ];
}
