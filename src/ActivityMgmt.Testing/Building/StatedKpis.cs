using System.Collections.Concurrent;

namespace ActivityMgmt.Testing;

/// <summary>A KPI engine whose readings a test states, whatever the KPI document says; remembers the books it opened.</summary>
/// <remarks>Safe for concurrent use if the readings are.</remarks>
public sealed class StatedKpis : IKpiEngine
{
    private readonly ConcurrentQueue<FactBook> _opened = new();
    private readonly Func<FactBook, IReadings> _readings;

    /// <summary>States readings over each book.</summary>
    /// <param name="readings">The readings over a book, such as <see cref="StatedReadings"/>.</param>
    public StatedKpis(Func<FactBook, IReadings> readings)
    {
        ArgumentNullException.ThrowIfNull(readings);
        _readings = readings;
    }

    /// <summary>The books that were opened, the first one first.</summary>
    public IReadOnlyList<FactBook> Opened => [.. _opened];

    /// <inheritdoc/>
    public IReadings Open(FactBook facts, PublishedDocument kpis, Calendars calendars)
    {
        _opened.Enqueue(facts);
        var readings = _readings(facts);
        return readings is StatedReadings stated ? stated.In(calendars) : readings;
    }
}
