namespace ActivityMgmt.Import;

/// <summary>What was read from a folder: either deliveries that may be stored, or the problems that stand against it.</summary>
public sealed class ImportResult
{
    private readonly IReadOnlyList<FactDelivery> _read;

    internal ImportResult(IReadOnlyList<FactDelivery> read, IReadOnlyList<RejectedRow> rejects, IReadOnlyList<FileTotals> files, IReadOnlyList<AbsentFile> absent)
    {
        (_read, Rejects, Files, Absent) = (read, rejects, files, absent);
        MayBeStored = rejects.All(r => r.IsTolerated);
    }

    /// <summary>Whether every reject is of a sort that the mapping tolerates. When it is not, nothing of the folder may be stored.</summary>
    public bool MayBeStored { get; }

    /// <summary>The deliveries by date, to be stored in this order; empty when <see cref="MayBeStored"/> is false.</summary>
    public IReadOnlyList<FactDelivery> Deliveries => MayBeStored ? _read : [];

    /// <summary>What was rejected, by file, line and column. A row with several problems is here once for each.</summary>
    public IReadOnlyList<RejectedRow> Rejects { get; }

    /// <summary>The files that were read, in order of reading, with their counts.</summary>
    public IReadOnlyList<FileTotals> Files { get; }

    /// <summary>Optional files that no delivery had.</summary>
    public IReadOnlyList<AbsentFile> Absent { get; }

    /// <summary>The sorts of fact that no file gave, because none is mapped to them or all that are were absent: what a host can't compute from this export.</summary>
    public IReadOnlyList<FactKind> AbsentKinds => [.. Enum.GetValues<FactKind>().Except(_read.SelectMany(d => d.Facts).Select(f => f.Fact.Kind).Distinct())];
}
