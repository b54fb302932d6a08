namespace ActivityMgmt.Testing;

/// <summary>One delivery on its way into a ledger: decided entry by entry, then kept at once.</summary>
internal sealed class FactIntake(FactLedger ledger, FactDelivery delivery)
{
    private readonly List<FactEntry> _entries = [];
    private readonly Dictionary<FactKey, FactEntry> _newest = [];
    private readonly Dictionary<FactReference, Fact> _replaced = [];
    private readonly List<IncomingFact> _conflicts = [];
    private int _added, _revised, _repeated, _stale, _removed;

    /// <summary>Decides about every fact of the delivery. Nothing is kept yet.</summary>
    public void Receive(CancellationToken cancellation)
    {
        var here = new HashSet<FactKey>();
        foreach (var incoming in delivery.Facts)
        {
            cancellation.ThrowIfCancellationRequested();
            here.Add(incoming.Fact.Key);
            Receive(incoming);
        }

        RemoveAbsent(here, [.. delivery.CompleteKinds]);
        RefuseAnotherDate();
    }

    /// <summary>Keeps what was decided.</summary>
    public IntakeResult Commit()
    {
        _entries.ForEach(ledger.Append);
        if (_entries.Count > 0)
        {
            // What comes later under the same name was not known when the delivery first came, so its place stays.
            ledger.Deliveries.TryAdd((delivery.Source, delivery.Name), new(delivery.Name, delivery.DeliveredOn, ledger.Sequence));
        }

        return new()
        {
            Added = _added,
            Revised = _revised,
            Repeated = _repeated,
            Stale = _stale,
            Removed = _removed,
            Conflicts = _conflicts,
            Sequence = ledger.Sequence,
        };
    }

    private void Receive(IncomingFact incoming)
    {
        switch (Decide(incoming.Fact))
        {
            case FactReception.Added:
            case FactReception.Returned:
                Store(new(incoming.Fact, IsRemoved: false, delivery.Order));
                _added++;
                break;
            case FactReception.Revised:
                Store(new(incoming.Fact, IsRemoved: false, delivery.Order));
                _revised++;
                break;
            case FactReception.Repeated:
                _repeated++;
                break;
            case FactReception.Stale:
                _stale++;
                break;
            default:
                _conflicts.Add(incoming);
                break;
        }
    }

    private FactReception Decide(Fact fact)
    {
        if ((_newest.GetValueOrDefault(fact.Key) ?? ledger.NewestOf(fact.Key)) is not { } newest)
        {
            return FactReception.Added;
        }

        if (fact.Origin.Revision < newest.Fact.Origin.Revision
            && (_replaced.GetValueOrDefault(fact.Reference) ?? ledger.OfRevision(fact.Reference)) is { } earlier && earlier != fact)
        {
            return FactReception.Conflict;
        }

        return new KnownFact(newest.Fact.Origin.Revision, newest.IsRemoved, newest.Delivery).Receive(fact.Origin.Revision, newest.Fact == fact, delivery.Order);
    }

    private void RemoveAbsent(HashSet<FactKey> here, HashSet<FactKind> kinds)
    {
        if (kinds.Count == 0)
        {
            return;
        }

        // What this delivery itself stored is here, so the ledger's entries are all that can be absent.
        var absent = ledger.Newest
            .Where(e => kinds.Contains(e.Fact.Kind) && e.Fact.Origin.Source == delivery.Source && !here.Contains(e.Fact.Key))
            .Where(e => new KnownFact(e.Fact.Origin.Revision, e.IsRemoved, e.Delivery).IsRemovedBy(delivery.Order))
            .OrderBy(e => e.Fact.Key);
        foreach (var entry in absent.ToList())
        {
            Store(entry with { IsRemoved = true, Delivery = delivery.Order });
            _removed++;
        }
    }

    private void RefuseAnotherDate()
    {
        if (_entries.Count > 0
            && ledger.Deliveries.TryGetValue((delivery.Source, delivery.Name), out var stored) && stored.DeliveredOn != delivery.DeliveredOn)
        {
            throw new ConflictException(Reason.Of(
                "storage.delivery-date-differs", ("delivery", delivery.Name), ("stored", stored.DeliveredOn), ("given", delivery.DeliveredOn)));
        }
    }

    private void Store(FactEntry entry)
    {
        _entries.Add(entry);
        if (_newest.TryGetValue(entry.Fact.Key, out var earlier))
        {
            _replaced[earlier.Fact.Reference] = earlier.Fact;
        }

        _newest[entry.Fact.Key] = entry;
    }
}
