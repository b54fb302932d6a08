namespace ActivityMgmt.Domain;

/// <summary>The records that a review of a period needs: its own, and of the rest those that could look odd together with them.</summary>
internal static class PlausibilityNeighbours
{
    /// <summary>The needed records, in no order; none when none are of the period.</summary>
    /// <param name="done">All of an agent's records that were carried out.</param>
    /// <param name="period">First to last day, both included.</param>
    /// <param name="policies">The limits; of them the span of a burst counts here.</param>
    public static IEnumerable<ActivityFact> Of(IReadOnlyList<ActivityFact> done, DateInterval period, PlausibilityPolicies policies)
    {
        ActivityFact[] own = [.. done.Where(a => period.Contains(a.Date))];
        if (own.Length == 0 || own.Length == done.Count)
        {
            return own;
        }

        var (from, until) = (own.Min(a => a.StartedAt), own.Max(PlausibilityReview.EndOf));
        var months = own.Where(a => a.NoteDigest is not null).Select(a => (a.Date.Year, a.Date.Month)).ToHashSet();
        var entered = Entered(done, own, policies);
        return done
            .Where(a => (a.StartedAt <= until && PlausibilityReview.EndOf(a) >= from)
                || (a.NoteDigest is not null && months.Contains((a.Date.Year, a.Date.Month)))
                || (a.RecordedAt is { } at && entered.Contains(Slot(at, policies))))
            .Concat(Beside(done, own))
            .Concat(own)
            .DistinctBy(a => a.Key);
    }

    // The place before the first of the period's and the one after the last: what lies between them is in the span of the period's records.
    private static IEnumerable<ActivityFact> Beside(IReadOnlyList<ActivityFact> done, ActivityFact[] own)
    {
        static (Instant, FactKey) Order(ActivityFact activity) => (activity.StartedAt, activity.Key);
        ActivityFact[] placed = [.. own.Where(a => a.Place is not null)];
        if (placed.Length == 0)
        {
            return [];
        }

        var (first, last) = (placed.Min(Order), placed.Max(Order));
        return new[]
        {
            done.Where(a => a.Place is not null && Order(a).CompareTo(first) < 0).MaxBy(Order),
            done.Where(a => a.Place is not null && Order(a).CompareTo(last) > 0).MinBy(Order),
        }.OfType<ActivityFact>();
    }

    // Time is cut into slots as long as a burst: what was entered around the period's records lies in slots next to each other without an empty one between.
    private static HashSet<long> Entered(IReadOnlyList<ActivityFact> done, ActivityFact[] own, PlausibilityPolicies policies)
    {
        var all = done.Where(a => a.RecordedAt is not null).Select(a => Slot(a.RecordedAt!.Value, policies)).ToHashSet();
        var reached = new HashSet<long>();
        foreach (var slot in own.Where(a => a.RecordedAt is not null).Select(a => Slot(a.RecordedAt!.Value, policies)))
        {
            for (var before = slot; all.Contains(before) && reached.Add(before); before--)
            {
            }

            for (var after = slot + 1; all.Contains(after) && reached.Add(after); after++)
            {
            }
        }

        return reached;
    }

    private static long Slot(Instant at, PlausibilityPolicies policies) =>
        (long)Math.Floor(at.ToUnixTimeTicks() / (decimal)(NodaConstants.TicksPerMinute * Math.Max(1, policies.BurstMinutes)));
}
