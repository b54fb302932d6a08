namespace ActivityMgmt.Kpi;

/// <summary>Whether a fact that doesn't count for a subject in a period is worth telling, and why it doesn't.</summary>
internal static class Exclusion
{
    /// <summary>What keeps a fact out; null when it counts, or when nobody would expect it to and it isn't asked for.</summary>
    public static IReadOnlyList<Reason>? Of(
        Fact fact, IReadOnlyList<Standing> standings, FactContexts contexts, Subject subject, DateInterval period, bool isAskedFor)
    {
        if (!isAskedFor && !IsExpected(fact, standings, contexts, subject, period))
        {
            return null;
        }

        IReadOnlyList<Reason>? fewest = null;
        foreach (var standing in standings)
        {
            var reasons = standing.KeptOutFor(subject, period);
            if (reasons.Count == 0)
            {
                return null;
            }

            fewest = fewest is null || reasons.Count < fewest.Count ? reasons : fewest;
        }

        return fewest;
    }

    // The subject's by the day on which it counts or by its own, and near the period by one of the two.
    private static bool IsExpected(Fact fact, IReadOnlyList<Standing> standings, FactContexts contexts, Subject subject, DateInterval period) =>
        standings.Any(s => s.Touches(period))
        && (standings.Any(s => s.Context.BelongsTo(subject)) || contexts.Of(fact, default, []).Any(c => c.BelongsTo(subject)));
}
