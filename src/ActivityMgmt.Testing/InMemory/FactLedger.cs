namespace ActivityMgmt.Testing;

/// <summary>One tenant's entries, in order of their commit sequence; entry n has the sequence n + 1. Whoever uses it holds its lock.</summary>
internal sealed class FactLedger
{
    private readonly List<FactEntry> _entries = [];
    private readonly Dictionary<FactKey, FactEntry> _newest = [];
    private readonly Dictionary<FactReference, Fact> _replaced = [];
    private (long Sequence, FactBook Book)? _lastRead;

    /// <summary>What was delivered, by source and name.</summary>
    public Dictionary<(string Source, string Name), DeliveryRecord> Deliveries { get; } = [];

    /// <summary>The latest complete export of each kind and source.</summary>
    public Dictionary<(FactKind Kind, string Source), DeliveryOrder> CompleteExports { get; } = [];

    /// <summary>The commit sequence of the last entry; 0 before the first.</summary>
    public long Sequence => _entries.Count;

    /// <summary>The commit sequence of the last entry of some kinds of fact; 0 before the first.</summary>
    public long SequenceOf(IReadOnlyList<FactKind> kinds) => _entries.FindLastIndex(e => kinds.Contains(e.Fact.Kind)) + 1;

    /// <summary>The newest entry of every fact.</summary>
    public IReadOnlyCollection<FactEntry> Newest => _newest.Values;

    public FactEntry? NewestOf(FactKey key) => _newest.GetValueOrDefault(key);

    /// <summary>What is known of a fact, given its newest entry; <see langword="null"/>: none.</summary>
    public KnownFact Known(FactKey key, FactEntry? newest)
    {
        DeliveryOrder? export = CompleteExports.TryGetValue((key.Kind, key.Source), out var found) ? found : null;
        return newest is null ? KnownFact.Unknown(export) : new KnownFact(newest.Fact.Origin.Revision, newest.IsRemoved, newest.Delivery).After(export);
    }

    /// <summary>Remembers the delivery that confirmed a fact; no entry of its own.</summary>
    public void Confirm(FactKey key, DeliveryOrder delivery) => _newest[key] = _newest[key] with { Delivery = delivery };

    public Fact? OfRevision(FactReference revision) =>
        NewestOf(revision.Key) is { } newest && newest.Fact.Reference == revision ? newest.Fact : _replaced.GetValueOrDefault(revision);

    public void Append(FactEntry entry)
    {
        _entries.Add(entry);
        if (NewestOf(entry.Fact.Key) is { } earlier)
        {
            _replaced[earlier.Fact.Reference] = earlier.Fact;
        }

        _newest[entry.Fact.Key] = entry;
    }

    /// <summary>The facts that were not removed, as known at a commit sequence.</summary>
    /// <remarks>The same book as long as the same is asked for, so that what others derived from a book stays good.</remarks>
    public FactBook Book(long? asKnownAt)
    {
        var sequence = Math.Clamp(asKnownAt ?? Sequence, 0, Sequence);
        if (_lastRead is { } last && last.Sequence == sequence)
        {
            return last.Book;
        }

        var book = FactBook.Of(Known(sequence));
        _lastRead = (sequence, book);
        return book;
    }

    private IEnumerable<Fact> Known(long sequence)
    {
        var newest = _newest;
        if (sequence < Sequence)
        {
            newest = [];
            for (var i = 0; i < sequence; i++)
            {
                newest[_entries[i].Fact.Key] = _entries[i];
            }
        }

        return newest.Values.Where(e => !e.IsRemoved).Select(e => e.Fact);
    }
}

/// <summary>A fact as it was stored, or as it was when a complete export left it out, and the latest delivery that had a say in it.</summary>
internal sealed record FactEntry(Fact Fact, bool IsRemoved, DeliveryOrder Delivery);
