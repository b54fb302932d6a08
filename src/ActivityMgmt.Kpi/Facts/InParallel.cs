namespace ActivityMgmt.Kpi;

// Pure work over many facts, on all processors. Each part is done in order and the parts are put together in order, so the result never depends on who was faster.
internal static class InParallel
{
    // Fewer are done before another thread has woken up.
    private const int PartSize = 16_384;

    public static IEnumerable<TResult> SelectMany<T, TResult>(IReadOnlyList<T> items, Func<IEnumerable<T>, IEnumerable<TResult>> select)
    {
        if (items.Count <= PartSize)
        {
            return select(items);
        }

        var parts = new List<TResult>[((items.Count - 1) / PartSize) + 1];
        try
        {
            Parallel.For(0, parts.Length, part => parts[part] = [.. select(Part(items, part * PartSize))]);
        }
        catch (AggregateException)
        {
            // Told as one thread meets it: the first problem, as it is.
            return [.. select(items)];
        }

        return parts.SelectMany(p => p);
    }

    private static IEnumerable<T> Part<T>(IReadOnlyList<T> items, int from)
    {
        for (var i = from; i < Math.Min(from + PartSize, items.Count); i++)
        {
            yield return items[i];
        }
    }
}
