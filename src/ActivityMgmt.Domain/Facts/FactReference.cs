using System.Globalization;

namespace ActivityMgmt.Domain;

/// <summary>What a fact is, whatever its revision: kind, source system and the source's own id.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Source">The system it came from, such as <c>crm</c>.</param>
/// <param name="Id">The row's id in that system.</param>
public readonly record struct FactKey(FactKind Kind, string Source, string Id) : IComparable<FactKey>
{
    /// <inheritdoc/>
    public int CompareTo(FactKey other)
    {
        var byKind = Kind.CompareTo(other.Kind);
        var bySource = byKind != 0 ? byKind : string.CompareOrdinal(Source, other.Source);
        return bySource != 0 ? bySource : string.CompareOrdinal(Id, other.Id);
    }

    /// <summary>Whether the left key sorts first.</summary>
    public static bool operator <(FactKey left, FactKey right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left key sorts last.</summary>
    public static bool operator >(FactKey left, FactKey right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left key sorts first or is the same.</summary>
    public static bool operator <=(FactKey left, FactKey right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left key sorts last or is the same.</summary>
    public static bool operator >=(FactKey left, FactKey right) => left.CompareTo(right) >= 0;

    /// <summary>Kind, source and id: <c>Premium:crm/R100</c>.</summary>
    public override string ToString() => $"{Kind}:{Source}/{Id}";
}

/// <summary>One revision of a fact, as evidence names it.</summary>
/// <param name="Key">Which fact.</param>
/// <param name="Revision">Which revision of it.</param>
public readonly record struct FactReference(FactKey Key, int Revision)
{
    /// <summary>Key and revision: <c>Premium:crm/R100@1</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Key}@{Revision}");

    /// <summary>Reads the form that <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static FactReference Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var slash = text.IndexOf('/', colon + 1);
        var at = text.LastIndexOf('@');
        return colon > 0 && slash > colon && at > slash
            && Enum.TryParse<FactKind>(text.AsSpan(0, colon), out var kind) && Enum.IsDefined(kind) && kind.ToString() == text[..colon]
            && int.TryParse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            ? new(new(kind, text[(colon + 1)..slash], text[(slash + 1)..at]), revision)
            : throw new FormatException($"'{text}' is not a fact reference; expected a form like Premium:crm/R100@1.");
    }
}
