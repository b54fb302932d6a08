namespace ActivityMgmt.Domain;

/// <summary>What a figure rests on: named counts and amounts, and the facts themselves.</summary>
/// <remarks>Immutable and safe for concurrent use. The facts are complete: removing one that is named changes the figure or its evidence, removing any other changes nothing.</remarks>
public sealed class Evidence : IEquatable<Evidence>
{
    /// <summary>No evidence.</summary>
    public static Evidence None { get; } = new([], []);

    private readonly Lazy<IReadOnlyList<FactReference>> _facts;

    /// <summary>Evidence from counts and facts; facts are kept once each, sorted by key.</summary>
    public Evidence(IEnumerable<KeyValuePair<string, decimal>> counts, IEnumerable<FactReference> facts)
    {
        Counts = [.. counts];
        _facts = new(Sorted(facts));
    }

    private Evidence(IReadOnlyList<KeyValuePair<string, decimal>> counts, Func<IEnumerable<FactReference>> facts)
    {
        Counts = counts;
        _facts = new(() => Sorted(facts()));
    }

    /// <summary>Evidence whose facts are gathered when somebody first looks at them: most readings are only compared, and naming a branch's facts takes longer than counting them.</summary>
    /// <param name="counts">The named numbers.</param>
    /// <param name="facts">Gives the facts; called at most once, from any thread, and kept alive until then. It must give the same whenever it is called.</param>
    public static Evidence Deferred(IEnumerable<KeyValuePair<string, decimal>> counts, Func<IEnumerable<FactReference>> facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return new([.. counts], facts);
    }

    /// <summary>Named numbers, in the order in which they were given: <c>numerator</c>, <c>denominator</c>, <c>facts</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, decimal>> Counts { get; }

    /// <summary>The facts, each once, sorted by kind, source and id.</summary>
    public IReadOnlyList<FactReference> Facts => _facts.Value;

    /// <summary>This evidence with more facts.</summary>
    public Evidence With(IEnumerable<FactReference> facts)
    {
        FactReference[] more = [.. facts];
        return new(Counts, () => Facts.Concat(more));
    }

    /// <summary>This evidence and another's: counts one after the other, facts as one set.</summary>
    public Evidence With(Evidence other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new([.. Counts, .. other.Counts], () => Facts.Concat(other.Facts));
    }

    /// <inheritdoc/>
    public bool Equals(Evidence? other) => other is not null && Counts.SequenceEqual(other.Counts) && Facts.SequenceEqual(other.Facts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Evidence);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Counts.Count, Facts.Count);

    private static IReadOnlyList<FactReference> Sorted(IEnumerable<FactReference> facts) => [.. facts.Distinct().OrderBy(f => f.Key).ThenBy(f => f.Revision)];
}
