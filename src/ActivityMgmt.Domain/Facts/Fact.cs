namespace ActivityMgmt.Domain;

/// <summary>Where a fact came from and how often it was corrected.</summary>
/// <param name="Source">The system it came from, such as <c>crm</c>; holds no slash.</param>
/// <param name="Id">The row's id in that system, unique within a <see cref="FactKind"/>.</param>
/// <param name="Revision">1 for the first version; a higher revision replaces the earlier ones.</param>
/// <param name="Sequence">The source's own running number, which orders facts of one day; 0 when the source has none.</param>
public sealed record FactOrigin(string Source, string Id, int Revision = 1, long Sequence = 0)
{
    /// <summary>The system it came from; holds no slash, since evidence is written <c>kind:source/id@revision</c>.</summary>
    /// <exception cref="ArgumentException">The source is empty or holds a slash.</exception>
    public string Source { get; init; } = Guard.Against.InvalidInput(
        Guard.Against.NullOrEmpty(Source), nameof(Source), source => !source.Contains('/', StringComparison.Ordinal), "A source holds no slash.");

    /// <summary>The row's id in that system.</summary>
    /// <exception cref="ArgumentException">The id is empty.</exception>
    public string Id { get; init; } = Guard.Against.NullOrEmpty(Id);

    /// <summary>1 for the first version; a higher revision replaces the earlier ones.</summary>
    /// <exception cref="ArgumentException">The revision is zero or negative.</exception>
    public int Revision { get; init; } = Guard.Against.NegativeOrZero(Revision);
}

/// <summary>Something that happened, as a source system tells it. Immutable; a correction is a new revision.</summary>
/// <remarks>Two facts are equal when their origin and content are; collections are never part of a fact.</remarks>
public abstract record Fact
{
    private protected Fact()
    {
    }

    /// <summary>Where it came from.</summary>
    public required FactOrigin Origin { get; init; }

    /// <summary>The local date it belongs to, in the agent's time zone.</summary>
    public required LocalDate Date { get; init; }

    /// <summary>What the fact is about.</summary>
    public abstract FactKind Kind { get; }

    /// <summary>The fact's identity, whatever its revision.</summary>
    public FactKey Key => new(Kind, Origin.Source, Origin.Id);

    /// <summary>This revision of the fact.</summary>
    public FactReference Reference => new(Key, Origin.Revision);
}
