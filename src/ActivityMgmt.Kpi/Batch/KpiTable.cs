namespace ActivityMgmt.Kpi;

/// <summary>What a batch worked out: the reading of each of its measures for each subject in each period.</summary>
/// <remarks>Readings are those of <see cref="KpiEngine"/>, with the same evidence; the facts of the evidence are looked for when somebody asks for them. Safe for concurrent reading, until it is handed to another run.</remarks>
public sealed class KpiTable
{
    private FactColumns? _facts;

    internal KpiTable(KpiBatch batch, BatchFigures figures) => (Batch, Figures) = (batch, figures);

    /// <summary>The ids of the agents or teams that have facts, as in <see cref="FactColumns.Subjects"/>. For others every reading is that of nobody: zero counts, no data for the rest.</summary>
    public IReadOnlyList<string> Subjects => Facts.Subjects;

    internal KpiBatch Batch { get; }

    internal BatchFigures Figures { get; }

    internal FactColumns Facts => _facts ?? throw new InvalidOperationException("Nothing was run into the table.");

    // The same readings one by one, for the facts behind them.
    internal Lazy<IReadings> Exact { get; private set; } = null!;

    /// <summary>What a measure says about a subject in a period of the batch.</summary>
    /// <exception cref="KeyNotFoundException">The document has no such measure, or a batch can't work it out.</exception>
    /// <exception cref="ArgumentException">The subject is of another kind than the batch's, or the period isn't one of it.</exception>
    public Reading Read(MeasureId measure, Subject subject, DateInterval period)
    {
        if (subject.Kind != Batch.Plan.Subjects)
        {
            throw new ArgumentException($"{subject} is no {Batch.Plan.Subjects}, for which the batch was compiled.", nameof(subject));
        }

        ArgumentNullException.ThrowIfNull(period);
        return Batch.IndexOf(period) is { } index
            ? Batch.ReaderOf(measure)(new(this, subject, Facts.IndexOf(subject.Kind == SubjectKind.Branch ? "" : subject.Id), index))
            : throw new ArgumentException($"{period} is none of the batch's periods.", nameof(period));
    }

    internal void Start(FactColumns facts)
    {
        _facts = facts;
        Exact = new(() => new KpiEngine().Open(facts.Facts, Batch.Published, Calendars.Default));
    }
}
