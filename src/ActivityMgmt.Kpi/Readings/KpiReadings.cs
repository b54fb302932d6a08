using System.Collections.Concurrent;

namespace ActivityMgmt.Kpi;

/// <summary>Readings of one compiled document over one book; each is computed once. Safe for concurrent use.</summary>
internal sealed class KpiReadings : IExplainedReadings
{
    private readonly OpenDocument _open;
    private readonly FactContexts _contexts;
    private readonly ConcurrentDictionary<ISelection, Lazy<SelectedFacts>> _selected = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<(MeasureId Measure, Subject Subject, LocalDate From, LocalDate To), Reading> _readings = new();

    public KpiReadings(FactBook facts, Calendars calendars, OpenDocument document)
    {
        Calendars = calendars;
        _open = document;
        _contexts = new(facts);
    }

    public FactBook Facts => _contexts.Book;

    public Calendars Calendars { get; }

    public FactContexts Contexts => _contexts;

    public IReadOnlyList<MeasureDescription> Measures => _open.Measures;

    public IReadOnlyList<MeasureId> Funnel => _open.Document.Funnel;

    public Reading Read(MeasureId measure, Subject subject, DateInterval period)
    {
        ArgumentNullException.ThrowIfNull(period);
        var key = (measure, subject, period.Start, period.End);
        if (_readings.TryGetValue(key, out var known))
        {
            return known;
        }

        return _readings.GetOrAdd(key, _open.Document.Find(measure).Read(this, subject, period));
    }

    public Exclusions WhyNot(MeasureId measure, Subject subject, DateInterval period, FactKey? about = null)
    {
        ArgumentNullException.ThrowIfNull(period);
        var (count, listed) = (0, new List<ExcludedFact>());
        foreach (var excluded in Excluded(measure, subject, period, about).DistinctBy(e => (e.Measure, e.Period, e.Fact)))
        {
            count++;
            if (count <= Exclusions.MostListed)
            {
                listed.Add(excluded);
            }
        }

        return new() { Count = count, Facts = listed };
    }

    public IEnumerable<ExcludedFact> Excluded(MeasureId measure, Subject subject, DateInterval period, FactKey? about) =>
        _open.Document.Find(measure).WhyNot(this, subject, period, about);

    public SelectedFacts Select(ISelection selection) =>
        _selected.GetOrAdd(selection, s => new Lazy<SelectedFacts>(() => _open.Select(s, _contexts))).Value;
}
