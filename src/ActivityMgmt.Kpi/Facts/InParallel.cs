using System.Collections.Concurrent;

namespace ActivityMgmt.Kpi;

// Pure work over many facts, on all processors; every result stands at the place of its fact, so the order never depends on who was faster.
internal static class InParallel
{
    // Fewer are done before other threads have woken up.
    private const int WorthIt = 4096;

    public static TResult[] Select<T, TResult>(IReadOnlyList<T> items, Func<T, int, TResult> select)
    {
        var results = new TResult[items.Count];
        if (items.Count < WorthIt)
        {
            Range(0, items.Count);
        }
        else
        {
            Parallel.ForEach(Partitioner.Create(0, items.Count, WorthIt / 2), range => Range(range.Item1, range.Item2));
        }

        return results;

        void Range(int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                results[i] = select(items[i], i);
            }
        }
    }
}
