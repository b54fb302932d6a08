namespace ActivityMgmt.Testing;

/// <summary>One tenant's entries, in order of their commit sequence; entry n has the sequence n + 1. Whoever uses it holds its lock.</summary>
internal sealed class FactLedger
{
    private readonly List<FactEntry> _entries = [];
    private readonly Dictionary<FactKey, FactEntry> _newest = [];
    private readonly Dictionary<FactReference, Fact> _revisions = [];

    /// <summary>What was delivered, by source and name.</summary>
    public Dictionary<(string Source, string Name), DeliveryRecord> Deliveries { get; } = [];

    /// <summary>The commit sequence of the last entry; 0 before the first.</summary>
    public long Sequence => _entries.Count;

    /// <summary>The newest entry of every fact.</summary>
    public IReadOnlyCollection<FactEntry> Newest => _newest.Values;

    public FactEntry? NewestOf(FactKey key) => _newest.GetValueOrDefault(key);

    public Fact? OfRevision(FactReference revision) => _revisions.GetValueOrDefault(revision);

    public void Append(FactEntry entry)
    {
        _entries.Add(entry);
        _newest[entry.Fact.Key] = entry;
        _revisions[entry.Fact.Reference] = entry.Fact;
    }

    /// <summary>The facts that were not removed, as known at a commit sequence.</summary>
    public IReadOnlyList<Fact> Known(long? asKnownAt)
    {
        if (asKnownAt is not { } known || known >= Sequence)
        {
            return [.. _newest.Values.Where(e => !e.IsRemoved).Select(e => e.Fact)];
        }

        var newest = new Dictionary<FactKey, FactEntry>();
        for (var i = 0; i < known; i++)
        {
            newest[_entries[i].Fact.Key] = _entries[i];
        }

        return [.. newest.Values.Where(e => !e.IsRemoved).Select(e => e.Fact)];
    }
}

/// <summary>A fact as it was stored, or as it was when a complete export left it out.</summary>
internal sealed record FactEntry(Fact Fact, bool IsRemoved, DeliveryOrder Delivery);
