namespace ActivityMgmt.Domain;

/// <summary>Lists of aggregates as they will be once what changed is stored.</summary>
internal static class StoredLists
{
    /// <summary>A list as its repository would give it after the changes: sorted by key.</summary>
    public static IReadOnlyList<Stored<T>> With<T>(this IReadOnlyList<Stored<T>> stored, IReadOnlyList<Stored<T>> changed)
        where T : class, IAggregate =>
        changed.Count == 0 ? stored : [.. changed.UnionBy(stored, s => s.Value.Key).OrderBy(s => s.Value.Key, StringComparer.Ordinal)];

    public static IReadOnlyList<T> Values<T>(this IReadOnlyList<Stored<T>> stored)
        where T : class, IAggregate => [.. stored.Select(s => s.Value)];
}
