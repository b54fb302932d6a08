using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace ActivityMgmt.Kpi;

/// <summary>Reads KPI documents and computes their measures from facts; see docs/concepts/kpis.md for the format.</summary>
/// <remarks>
/// Safe for concurrent use; so are the readings it opens. What it finds out about a book it remembers as long as the book lives, for every day the book is cut to.
/// A subject is an agent, a team (its members as of the day on which each fact counts)
/// or the branch (every fact, whatever the branch's id). A count of nothing is a measured zero; nothing to average or divide is no data.
/// </remarks>
public sealed class KpiEngine : IKpiEngine
{
    private readonly ConditionalWeakTable<FactBook, ConcurrentDictionary<(string Text, string FileName), OpenDocument>> _known = [];

    /// <inheritdoc/>
    public IReadings Open(FactBook facts, PublishedDocument kpis, Calendars calendars)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(kpis);
        ArgumentNullException.ThrowIfNull(calendars);
        var documents = _known.GetValue(facts.Whole, static _ => new());
        return new KpiReadings(facts, calendars, documents.GetOrAdd((kpis.Text, kpis.FileName), key => new(facts.Whole, KpiDocument.Read(key.Text, key.FileName))));
    }
}
