namespace ActivityMgmt.Testing;

/// <summary>Replays deliveries that come in their order, in the words of the port's documentation and without a thought about speed.</summary>
internal sealed class NaiveReplay
{
    private readonly List<Fact> _stored = [];
    private readonly HashSet<FactKey> _removed = [];

    /// <summary>What is known now.</summary>
    public IEnumerable<Fact> Facts => _stored.Where(f => f == NewestOf(f.Key) && !_removed.Contains(f.Key));

    public Became Receive(FactDelivery delivery)
    {
        var became = new Became();
        foreach (var (fact, _) in delivery.Facts)
        {
            became = Receive(fact, became);
        }

        foreach (var key in _stored.Select(f => f.Key).Distinct().ToList())
        {
            var isAbsent = delivery.CompleteKinds.Contains(key.Kind) && key.Source == delivery.Source && delivery.Facts.All(f => f.Fact.Key != key);
            if (isAbsent && _removed.Add(key))
            {
                became = became with { Removed = became.Removed + 1 };
            }
        }

        return became;
    }

    private Became Receive(Fact fact, Became became)
    {
        var newest = NewestOf(fact.Key);
        var sameRevision = _stored.Find(f => f.Reference == fact.Reference);
        if (newest is null)
        {
            _stored.Add(fact);
            return became with { Added = became.Added + 1 };
        }

        if (fact.Origin.Revision > newest.Origin.Revision)
        {
            _stored.Add(fact);
            _removed.Remove(fact.Key);
            return became with { Revised = became.Revised + 1 };
        }

        if (sameRevision is not null && sameRevision != fact)
        {
            return became with { Conflicts = became.Conflicts + 1 };
        }

        if (fact.Origin.Revision < newest.Origin.Revision)
        {
            return became with { Stale = became.Stale + 1 };
        }

        return _removed.Remove(fact.Key) ? became with { Added = became.Added + 1 } : became with { Repeated = became.Repeated + 1 };
    }

    private Fact? NewestOf(FactKey key) => _stored.Where(f => f.Key == key).MaxBy(f => f.Origin.Revision);
}
