namespace ActivityMgmt.Domain;

/// <summary>The facts that a reading leaves out.</summary>
public sealed record Exclusions
{
    /// <summary>So many facts are listed at most: 200.</summary>
    public const int MostListed = 200;

    /// <summary>How many there are, listed or not.</summary>
    public required int Count { get; init; }

    /// <summary>
    /// The first of them, at most <see cref="MostListed"/>: part by part, in each first those that count for the subject but make no difference to the value, then the others in canonical order.
    /// </summary>
    public required IReadOnlyList<ExcludedFact> Facts { get; init; }
}

/// <summary>A fact that a reading leaves out. Two are equal when everything in them is.</summary>
public sealed record ExcludedFact
{
    /// <summary>The fact.</summary>
    public required FactReference Fact { get; init; }

    /// <summary>The measure that looked at it: the one that was asked for, or the part of it that goes over facts.</summary>
    public required MeasureId Measure { get; init; }

    /// <summary>The period for which it was looked at, both ends included: the one that was asked for or, for growth, the earlier one it is compared with.</summary>
    public required DateInterval Period { get; init; }

    /// <summary>Everything that keeps it out, never empty: all of it has to change before the fact counts. As long as the day on which it counts hasn't come, conditions are looked at as of its own date.</summary>
    public required IReadOnlyList<Reason> Reasons { get; init; }

    /// <inheritdoc/>
    public bool Equals(ExcludedFact? other) =>
        other is not null && Fact == other.Fact && Measure == other.Measure && Period.Equals(other.Period) && Reasons.SequenceEqual(other.Reasons);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Fact, Measure, Period, Reasons.Count);
}
