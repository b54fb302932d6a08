namespace ActivityMgmt.Domain;

/// <summary>Finds the ways round in relations that change over time, with the days on which each of them exists.</summary>
internal static class Cycles
{
    /// <summary>Every way round. Time is walked once: a new one can only run through a relation that begins on the day.</summary>
    /// <param name="up">Who stands above each one, in disjoint spans.</param>
    /// <returns>The path from each to the one above, its ordinally smallest first and each once; and the days.</returns>
    public static IEnumerable<(string[] Path, DateSpan Days)> In(IReadOnlyDictionary<string, (DateSpan Days, string? Above)[]> up)
    {
        var changes = up
            .SelectMany(u => u.Value.SelectMany(r => Ends(u.Key, r.Days).Append((Date: r.Days.From, Node: u.Key, r.Above, Begins: true))))
            .GroupBy(c => c.Date)
            .OrderBy(g => g.Key);
        var above = new Dictionary<string, string>(StringComparer.Ordinal);
        var open = new List<(string[] Path, LocalDate Since)>();
        foreach (var day in changes)
        {
            // Ends first, so that a relation that follows another one on the next day stays.
            foreach (var (_, node, next, begins) in day.OrderBy(c => c.Begins))
            {
                if (begins && next is not null)
                {
                    above[node] = next;
                }
                else
                {
                    above.Remove(node);
                }
            }

            foreach (var closed in open.Where(c => !Holds(c.Path, above)).ToArray())
            {
                open.Remove(closed);
                yield return (closed.Path, new(closed.Since, day.Key.PlusDays(-1)));
            }

            foreach (var path in day.Where(c => c.Begins).Select(c => RoundFrom(c.Node, above)).OfType<string[]>())
            {
                if (!open.Any(o => o.Path.SequenceEqual(path, StringComparer.Ordinal)))
                {
                    open.Add((path, day.Key));
                }
            }
        }

        foreach (var (path, since) in open)
        {
            yield return (path, new(since, null));
        }
    }

    /// <summary>A path as people read it: <c>T1 → T2 → T1</c>.</summary>
    public static string Write(string[] path) => string.Join(" → ", path.Append(path[0]));

    private static IEnumerable<(LocalDate Date, string Node, string? Above, bool Begins)> Ends(string node, DateSpan days) =>
        days.Until is { } until && until < LocalDate.MaxIsoValue ? [(until.PlusDays(1), node, null, false)] : [];

    private static bool Holds(string[] path, Dictionary<string, string> above)
    {
        for (var i = 0; i < path.Length; i++)
        {
            if (above.GetValueOrDefault(path[i]) != path[(i + 1) % path.Length])
            {
                return false;
            }
        }

        return true;
    }

    private static string[]? RoundFrom(string start, Dictionary<string, string> above)
    {
        var path = new List<string> { start };
        var seen = new HashSet<string>(StringComparer.Ordinal) { start };
        for (var next = above.GetValueOrDefault(start); next is not null && next != start; next = above.GetValueOrDefault(next))
        {
            if (!seen.Add(next))
            {
                return null;
            }

            path.Add(next);
        }

        if (!above.ContainsKey(path[^1]))
        {
            return null;
        }

        var smallest = path.IndexOf(path.Min(StringComparer.Ordinal)!);
        return [.. path[smallest..], .. path[..smallest]];
    }
}
