using System.Linq.Expressions;

namespace ActivityMgmt.Domain;

/// <summary>One order of a <see cref="Specification{T}"/>.</summary>
/// <param name="Key">The member that is sorted by.</param>
/// <param name="IsDescending">Whether the largest comes first.</param>
public sealed record SpecificationOrder<T>(Expression<Func<T, object?>> Key, bool IsDescending)
    where T : class, IQueryRecord;

/// <summary>How keys are compared in memory: as the databases compare them.</summary>
internal static class SpecificationOrder
{
    /// <summary>Text and ids by code point, what is null first, the rest by itself.</summary>
    public static IComparer<object?> Comparer { get; } = Comparer<object?>.Create(Compare);

    private static int Compare(object? one, object? other) => (one, other) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        (string a, string b) => CompareText(a, b),
        (IComparable a, _) => a.CompareTo(other),
        _ => CompareText(one.ToString()!, other.ToString()!), // typed ids: their text
    };

    // UTF-16 sorts characters beyond the basic plane before U+E000; databases sort by code point.
    private static int CompareText(string one, string other)
    {
        var (a, b) = (one.EnumerateRunes(), other.EnumerateRunes());
        while (true)
        {
            var (more, moreOfOther) = (a.MoveNext(), b.MoveNext());
            if (!more || !moreOfOther)
            {
                return more.CompareTo(moreOfOther);
            }

            if (a.Current.Value.CompareTo(b.Current.Value) is var order and not 0)
            {
                return order;
            }
        }
    }
}
