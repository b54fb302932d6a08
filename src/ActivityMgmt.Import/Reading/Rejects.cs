namespace ActivityMgmt.Import;

/// <summary>Collects what was rejected, and which master data went with it.</summary>
internal sealed class Rejects(IReadOnlySet<string> tolerated)
{
    private readonly List<RejectedRow> _rows = [];
    private readonly Dictionary<(FactKind Kind, string Id), (SourcePlace Place, bool IsTolerated)> _definers = [];

    /// <summary>Everything rejected, by file, line and column.</summary>
    public IReadOnlyList<RejectedRow> Sorted() =>
    [
        .. _rows.Distinct()
            .OrderBy(r => r.Place.File, StringComparer.Ordinal)
            .ThenBy(r => r.Place.Line)
            .ThenBy(r => r.Place.Column, StringComparer.Ordinal)
            .ThenBy(r => r.Reason.Code, StringComparer.Ordinal),
    ];

    /// <summary>Whether the import may go on after this reason.</summary>
    public bool Tolerates(Reason reason) => tolerated.Contains(RejectCodes.Of(reason));

    public void Add(SourcePlace place, Reason reason, RawRow? raw = null, bool? isTolerated = null) =>
        _rows.Add(new() { Place = place, Reason = reason, IsTolerated = isTolerated ?? Tolerates(reason), RawText = raw?.Cut() });

    /// <summary>Remembers that the row which would have defined an agent, customer or policy was rejected.</summary>
    public void AddDefiner(FactKind kind, string id, SourcePlace place, bool isTolerated) => _definers[(kind, id)] = (place, isTolerated);

    public bool TryFindDefiner(FactKind kind, string id, out (SourcePlace Place, bool IsTolerated) found) => _definers.TryGetValue((kind, id), out found);
}
