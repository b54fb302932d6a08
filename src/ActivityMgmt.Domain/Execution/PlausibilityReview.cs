using NodaTime.Text;

namespace ActivityMgmt.Domain;

/// <summary>Looks for records that can hardly be as they stand: overlaps, bursts of entry, copied notes, impossible travel, entries long after the fact.</summary>
/// <remarks>
/// A finding is the same whichever period is asked for: the period's records are compared with all that they could look odd with, before and after it; copied notes are counted by calendar month. A record that a system captured needs no typing in, so bursts and late entry don't apply to it. What is not recorded (duration, place, time of entry, note) is not guessed.
/// </remarks>
public static class PlausibilityReview
{
    /// <summary>The notices about an agent's activities of a period.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="agent">The agent.</param>
    /// <param name="period">First to last day, both included: notices with at least one activity in it are given.</param>
    /// <param name="noticedOn">The day of the review; a notice that was made before keeps its own day, see <see cref="PlausibilityReviewing"/>.</param>
    /// <param name="zone">The agent's time zone, in which times of entry are dates.</param>
    /// <param name="policies">The limits.</param>
    /// <returns>Sorted by key.</returns>
    public static IReadOnlyList<PlausibilityNotice> Review(
        FactBook facts, AgentId agent, DateInterval period, LocalDate noticedOn, DateTimeZone zone, PlausibilityPolicies policies)
    {
        Guard.Against.Null(facts);
        return Review(facts.Activities.Where(a => a.Agent == agent), agent, period, noticedOn, zone, policies);
    }

    /// <summary>The notices about activities of a period, all of one agent.</summary>
    internal static IReadOnlyList<PlausibilityNotice> Review(
        IEnumerable<ActivityFact> activities, AgentId agent, DateInterval period, LocalDate noticedOn, DateTimeZone zone, PlausibilityPolicies policies)
    {
        Guard.Against.Null(period);
        Guard.Against.Null(zone);
        Guard.Against.Null(policies);
        ActivityFact[] done =
        [
            .. PlausibilityNeighbours.Of([.. activities.Where(a => a.Outcome is not ("missed" or "cancelled"))], period, policies).OrderBy(a => a.StartedAt).ThenBy(a => a.Key),
        ];
        return
        [
            .. Overlaps(done, policies)
                .Concat(Travels(done, policies))
                .Concat(Bursts(done, policies))
                .Concat(CopiedNotes(done, policies))
                .Concat(LateEntries(done, zone, policies))
                .Where(o => o.About.Any(a => period.Contains(a.Date)))
                .Select(o => PlausibilityNotice.Of(o.Key, o.Severity, o.Reason, agent, noticedOn, o.About))
                .OrderBy(n => n.Key, StringComparer.Ordinal),
        ];
    }

    private sealed record Oddity(string Key, Severity Severity, Reason Reason, ActivityFact[] About);

    private static IEnumerable<Oddity> Overlaps(ActivityFact[] done, PlausibilityPolicies policies)
    {
        for (var i = 0; i < done.Length; i++)
        {
            for (var j = i + 1; j < done.Length && done[j].StartedAt < EndOf(done[i]); j++)
            {
                var minutes = (int)(Instant.Min(EndOf(done[i]), EndOf(done[j])) - done[j].StartedAt).TotalMinutes;
                if (minutes > policies.OverlapMinutes)
                {
                    yield return new($"{done[i].Key}-{done[j].Key}", Severity.Warn, Reason.Of("plausibility.overlap", ("date", done[j].Date), ("minutes", minutes)), [done[i], done[j]]);
                }
            }
        }
    }

    private static IEnumerable<Oddity> Travels(ActivityFact[] done, PlausibilityPolicies policies)
    {
        ActivityFact[] placed = [.. done.Where(a => a.Place is not null)];
        for (var i = 1; i < placed.Length; i++)
        {
            var kilometres = placed[i - 1].Place!.Value.KilometresTo(placed[i].Place!.Value);
            var minutes = Math.Max(0, (int)(placed[i].StartedAt - EndOf(placed[i - 1])).TotalMinutes);
            if (kilometres > policies.SamePlaceKilometres && kilometres * 60m > policies.KilometresPerHour * minutes)
            {
                yield return new(
                    $"{placed[i - 1].Key}-{placed[i].Key}",
                    Severity.Warn,
                    Reason.Of(
                        "plausibility.travel",
                        ("date", placed[i].Date),
                        ("kilometres", new Rounding(0.1m, RoundingMode.HalfAwayFromZero).Apply(kilometres)),
                        ("minutes", minutes)),
                    [placed[i - 1], placed[i]]);
            }
        }
    }

    private static IEnumerable<Oddity> Bursts(ActivityFact[] done, PlausibilityPolicies policies)
    {
        ActivityFact[] typed = [.. done.Where(a => a.RecordedAt is not null && a.EvidenceLevel != EvidenceLevel.SystemCaptured).OrderBy(a => a.RecordedAt).ThenBy(a => a.Key)];
        for (var first = 0; first < typed.Length;)
        {
            var end = first;
            while (end < typed.Length && typed[end].RecordedAt - typed[first].RecordedAt <= Duration.FromMinutes(policies.BurstMinutes))
            {
                end++;
            }

            if (end - first >= policies.BurstRecords)
            {
                yield return new(
                    typed[first].Key.ToString(),
                    Severity.Info,
                    Reason.Of("plausibility.burst", ("records", end - first), ("minutes", policies.BurstMinutes), ("date", typed[first].Date)),
                    typed[first..end]);
                first = end;
            }
            else
            {
                first++;
            }
        }
    }

    private static IEnumerable<Oddity> CopiedNotes(ActivityFact[] done, PlausibilityPolicies policies) =>
        from same in done.Where(a => a.NoteDigest is not null).GroupBy(a => (a.Agent, Month: LocalDatePattern.Iso.Format(a.Date)[..7], a.NoteDigest))
        where same.Count() >= policies.CopiedNotes
        select new Oddity(
            $"{same.Key.Agent}/{same.Key.Month}/{same.Key.NoteDigest}",
            Severity.Warn,
            Reason.Of("plausibility.copied-notes", ("records", same.Count()), ("date", same.First().Date)),
            [.. same]);

    private static IEnumerable<Oddity> LateEntries(ActivityFact[] done, DateTimeZone zone, PlausibilityPolicies policies) =>
        from activity in done
        where activity.RecordedAt is not null && activity.EvidenceLevel != EvidenceLevel.SystemCaptured
        let days = Period.DaysBetween(activity.Date, activity.RecordedAt!.Value.InZone(zone).Date)
        where days > policies.EntryDays
        select new Oddity(activity.Key.ToString(), Severity.Info, Reason.Of("plausibility.late-entry", ("date", activity.Date), ("days", days)), [activity]);

    internal static Instant EndOf(ActivityFact activity) => activity.StartedAt + Duration.FromMinutes(activity.Minutes ?? 0);
}
