using System.Collections.Concurrent;

namespace ActivityMgmt.Kpi;

/// <summary>A compiled document over a whole book: each measure's candidates, found once for all cuts of the book. Safe for concurrent use.</summary>
internal sealed class OpenDocument(FactBook whole, KpiDocument document)
{
    private readonly ConcurrentDictionary<ISelection, Lazy<Candidates>> _candidates = new(ReferenceEqualityComparer.Instance);
    private readonly FactContexts _contexts = new(whole);

    public KpiDocument Document => document;

    public IReadOnlyList<MeasureDescription> Measures { get; } = [.. document.Measures.Select(m => m.Description)];

    /// <summary>What a selection finds in the book or in a cut of it.</summary>
    public SelectedFacts Select(ISelection selection, FactContexts cut)
    {
        var candidates = _candidates.GetOrAdd(selection, s => new Lazy<Candidates>(() => new(s.Candidates(_contexts)))).Value;
        return new(selection, candidates, cut);
    }
}
