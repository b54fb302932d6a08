namespace ActivityMgmt.Domain;

/// <summary>What is in force when: disjoint spans in order, each with the one fact that counts in it.</summary>
internal static class EffectiveSpans
{
    /// <summary>The effective spans of facts of which, where several are in force, the first in the list counts.</summary>
    public static IReadOnlyList<(DateSpan Days, T Fact)> Of<T>(IReadOnlyList<T> lastFirst, Func<T, DateSpan> span)
    {
        var effective = new List<(DateSpan Days, T Fact)>();
        var taken = new List<DateSpan>();
        foreach (var fact in lastFirst)
        {
            var days = span(fact);
            if (days.IsEmpty)
            {
                continue;
            }

            effective.AddRange(days.Without(taken).Select(d => (d, fact)));
            taken.Add(days);
        }

        return [.. effective.OrderBy(e => e.Days.From)];
    }

    /// <summary>The days on which something changes: every first day, and every day after a last one.</summary>
    public static IEnumerable<LocalDate> Breaks(IEnumerable<DateSpan> spans)
    {
        foreach (var span in spans)
        {
            yield return span.From;
            if (span.Until is { } until && until < LocalDate.MaxIsoValue)
            {
                yield return until.PlusDays(1);
            }
        }
    }
}
