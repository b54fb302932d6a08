namespace ActivityMgmt.Domain;

/// <summary>What a figure rests on: named counts and amounts, and the facts themselves.</summary>
/// <remarks>Immutable. The facts are complete: removing one that is named changes the figure or its evidence, removing any other changes nothing.</remarks>
public sealed class Evidence : IEquatable<Evidence>
{
    /// <summary>No evidence.</summary>
    public static Evidence None { get; } = new([], []);

    /// <summary>Evidence from counts and facts; facts are kept once each, sorted by key.</summary>
    public Evidence(IEnumerable<KeyValuePair<string, decimal>> counts, IEnumerable<FactReference> facts)
    {
        Counts = [.. counts];
        Facts = [.. facts.Distinct().OrderBy(f => f.Key).ThenBy(f => f.Revision)];
    }

    /// <summary>Named numbers, in the order in which they were given: <c>numerator</c>, <c>denominator</c>, <c>facts</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, decimal>> Counts { get; }

    /// <summary>The facts, each once, sorted by kind, source and id.</summary>
    public IReadOnlyList<FactReference> Facts { get; }

    /// <summary>This evidence with more facts.</summary>
    public Evidence With(IEnumerable<FactReference> facts) => new(Counts, Facts.Concat(facts));

    /// <summary>This evidence and another's: counts one after the other, facts as one set.</summary>
    public Evidence With(Evidence other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(Counts.Concat(other.Counts), Facts.Concat(other.Facts));
    }

    /// <inheritdoc/>
    public bool Equals(Evidence? other) => other is not null && Counts.SequenceEqual(other.Counts) && Facts.SequenceEqual(other.Facts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Evidence);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Counts.Count, Facts.Count);
}
