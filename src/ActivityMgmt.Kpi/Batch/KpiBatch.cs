namespace ActivityMgmt.Kpi;

/// <summary>Works out the measures of a KPI document for all agents, all teams or the branch in many periods at once.</summary>
/// <remarks>
/// <para>Gives the same readings as <see cref="KpiEngine"/>, exactly, in one pass over the facts instead of one reading after the other. What it can't do it refuses by name: see <see cref="Refused"/>
/// and the table in docs/concepts/kpis.md.</para>
/// <para>A batch is compiled once and may be run as often as you like; runs reuse its memory, so they don't overlap: calls wait for each other. Readings stay good only until the next
/// run into the same <see cref="KpiTable"/>.</para>
/// </remarks>
public sealed class KpiBatch
{
    private readonly object _running = new();
    private readonly PeriodPlan _periods;
    private readonly Dictionary<DateInterval, int> _indexes = [];
    private readonly KpiDocument _document;
    private readonly int _workers;
    private BatchEngine? _engine;
    private FactColumns? _engineOf;

    private KpiBatch(KpiDocument document, PublishedDocument published, SubjectKind subjects, IReadOnlyList<DateInterval> periods, int workers)
    {
        (_document, Published, Periods, _workers) = (document, published, periods, workers);
        for (var i = 0; i < periods.Count; i++)
        {
            _indexes[periods[i]] = i;
        }

        Plan = new(subjects);
        _periods = new([.. periods.Select(p => (FactRows.DayOf(p.Start), FactRows.DayOf(p.End)))]);
        Refused = document.Measures.Where(m => Plan.ReaderOf(m) is null)
            .ToDictionary(m => m.Description.Id, m => Reason.Of("kpi.not-in-batch", ("measure", m.Description.Id)));
        Plan.Settle();
    }

    /// <summary>Compiles a document for a batch.</summary>
    /// <param name="kpis">The document.</param>
    /// <param name="subjects">Whose readings: of all agents, of all teams (their members as of each fact's day), or of the branch.</param>
    /// <param name="periods">The periods, both ends included; they may overlap and need no order.</param>
    /// <param name="workers">How many processors to use. <value>Default: all there are.</value></param>
    /// <exception cref="DocumentException">The document is not valid; carries every problem with its line and column.</exception>
    /// <exception cref="ArgumentException">There is no period.</exception>
    /// <exception cref="NotSupportedException">The conditions tell too many sorts of facts apart for one batch; the message says which.</exception>
    public static KpiBatch Compile(PublishedDocument kpis, SubjectKind subjects, IReadOnlyList<DateInterval> periods, int? workers = null)
    {
        ArgumentNullException.ThrowIfNull(kpis);
        ArgumentNullException.ThrowIfNull(periods);
        ArgumentOutOfRangeException.ThrowIfLessThan(workers ?? 1, 1);
        return periods.Count > 0
            ? new(KpiDocument.Read(kpis.Text, kpis.FileName), kpis, subjects, [.. periods], workers ?? Environment.ProcessorCount)
            : throw new ArgumentException("A batch needs at least one period.", nameof(periods));
    }

    /// <summary>The periods that are worked out.</summary>
    public IReadOnlyList<DateInterval> Periods { get; }

    /// <summary>The measures of the document that a batch can't work out, and why; read them with <see cref="KpiEngine"/>.</summary>
    public IReadOnlyDictionary<MeasureId, Reason> Refused { get; }

    internal PublishedDocument Published { get; }

    internal BatchPlan Plan { get; }

    /// <summary>Fills columns from a book.</summary>
    /// <exception cref="OverflowException">A number with all decimals of its column doesn't fit 63 bits.</exception>
    /// <exception cref="InvalidOperationException">An amount is in another currency than the document's; convert it when it is imported.</exception>
    public FactColumns Load(FactBook facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return FactColumns.Of(this, facts);
    }

    /// <summary>Works out every measure for every subject and period.</summary>
    /// <param name="facts">Columns that this batch filled.</param>
    /// <param name="into">A table of an earlier run, whose memory is used again and whose readings are gone. <value>Default: a new one.</value></param>
    /// <exception cref="ArgumentException">Columns or table are another batch's.</exception>
    /// <exception cref="NotSupportedException">There are more sorts of facts, conditions or days than fit in one run; the message says which.</exception>
    /// <exception cref="OverflowException">A sum doesn't fit 63 bits.</exception>
    public KpiTable Run(FactColumns facts, KpiTable? into = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        if (!ReferenceEquals(facts.Batch, this))
        {
            throw new ArgumentException("The columns were filled by another batch; fill them with this one's Load.", nameof(facts));
        }

        if (into is not null && !ReferenceEquals(into.Batch, this))
        {
            throw new ArgumentException("The table is another batch's.", nameof(into));
        }

        lock (_running)
        {
            if (!ReferenceEquals(_engineOf, facts))
            {
                var program = new RowProgram([.. Plan.Aggregates.Select(a => a.With(test => Bound(test, facts)))], Plan.Sorts.Count);
                (_engine, _engineOf) = (new(program, _periods, _workers), facts);
            }

            var table = into ?? new KpiTable(this, new(Plan.Aggregates, Periods.Count));
            table.Start(facts);
            _engine!.Run(facts.Rows, table.Figures);
            return table;
        }
    }

    internal Func<BatchCell, Reading> ReaderOf(MeasureId measure) => Plan.ReaderOf(_document.Find(measure))
        ?? throw new KeyNotFoundException($"'{measure}' can't be worked out in a batch; read it with KpiEngine.");

    internal int? IndexOf(DateInterval period) => _indexes.TryGetValue(period, out var index) ? index : null;

    private static RowTest Bound(RowTest test, FactColumns facts) => test switch
    {
        RowTest.OfValue of => new RowTest.Code(of.Column, [false, .. facts.Values[of.Column].Select(of.Holds)]),
        RowTest.Compared compared => compared.Bound(facts.Decimals[compared.Column]),
        _ => test,
    };
}
