namespace ActivityMgmt.Domain;

/// <summary>The ranks of a company in order, so that two of them can be compared. A rank that it doesn't list can't be compared with anything.</summary>
public sealed class RankOrder : IEquatable<RankOrder>
{
    /// <summary>Puts ranks in order.</summary>
    /// <param name="ranks">Each rank once, the lowest first.</param>
    /// <exception cref="ArgumentException">A rank is empty or listed twice.</exception>
    public RankOrder(params IReadOnlyList<string> ranks)
    {
        Ranks = [.. Guard.Against.Null(ranks)];
        if (Ranks.Any(string.IsNullOrEmpty) || Ranks.Distinct(StringComparer.Ordinal).Count() != Ranks.Count)
        {
            throw new ArgumentException("Each rank has a code and is listed once.", nameof(ranks));
        }
    }

    /// <summary>No order: no rank can be compared with another.</summary>
    public static RankOrder None { get; } = new();

    /// <summary>The ranks, the lowest first.</summary>
    public IReadOnlyList<string> Ranks { get; }

    /// <summary>Compares two ranks: negative when the left one is lower, zero when they are equal; <see langword="null"/> when one of them is missing or not listed and they aren't the same.</summary>
    public int? Compare(string? left, string? right)
    {
        if (left is not null && left == right)
        {
            return 0;
        }

        var (a, b) = (LevelOf(left), LevelOf(right));
        return a is { } x && b is { } y ? x.CompareTo(y) : null;
    }

    /// <summary>A rank's place, 0 for the lowest; <see langword="null"/> when it isn't listed.</summary>
    public int? LevelOf(string? rank)
    {
        for (var i = 0; i < Ranks.Count; i++)
        {
            if (Ranks[i] == rank)
            {
                return i;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public bool Equals(RankOrder? other) => other is not null && Ranks.SequenceEqual(other.Ranks, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RankOrder);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Ranks.Count, Ranks.Count > 0 ? Ranks[0] : null);
}
