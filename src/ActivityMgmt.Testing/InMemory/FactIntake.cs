namespace ActivityMgmt.Testing;

/// <summary>One delivery on its way into a ledger: decided entry by entry, then kept at once.</summary>
internal sealed class FactIntake(FactLedger ledger, FactDelivery delivery)
{
    private readonly List<FactEntry> _entries = [];
    private readonly Dictionary<FactKey, FactEntry> _newest = [];
    private readonly Dictionary<FactReference, Fact> _replaced = [];
    private readonly List<IncomingFact> _conflicts = [];
    private readonly HashSet<FactKey> _confirmed = [];
    private int _added, _revised, _repeated, _stale, _removed;

    /// <summary>What becomes of the delivery, once it is received.</summary>
    public IntakeResult Result { get; private set; } = null!;

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
        if (_entries.Count > 0)
        {
            RefuseAnotherDate();
            RefuseAnotherBasis();
        }

        Result = new()
        {
            Added = _added,
            Revised = _revised,
            Repeated = _repeated,
            Stale = _stale,
            Removed = _removed,
            Conflicts = _conflicts,
            SequenceBefore = ledger.Sequence,
            Sequence = ledger.Sequence + _entries.Count,
        };
    }

    /// <summary>Keeps what was decided.</summary>
    public void Commit()
    {
        _entries.ForEach(ledger.Append);
        if (_entries.Count > 0)
        {
            // What comes later under the same name was not known when the delivery first came, so its place stays.
            ledger.Deliveries.TryAdd((delivery.Source, delivery.Name), new(delivery.Name, delivery.DeliveredOn, ledger.Sequence));
        }

        if (!ledger.Deliveries.TryGetValue((delivery.Source, delivery.Name), out var stored) || stored.DeliveredOn == delivery.DeliveredOn)
        {
            Remember();
        }
    }

    private void Receive(IncomingFact incoming)
    {
        var fact = incoming.Fact;
        var newest = _newest.GetValueOrDefault(fact.Key) ?? ledger.NewestOf(fact.Key);
        var known = ledger.Known(fact.Key, newest);
        switch (IsEarlierConflict(fact, known) ? FactReception.Conflict : known.Receive(fact.Origin.Revision, newest?.Fact == fact, delivery.Order))
        {
            case FactReception.Added:
                StoreNew(fact, known);
                _added++;
                break;
            case FactReception.Returned:
                Store(new(fact, IsRemoved: false, delivery.Order));
                _added++;
                break;
            case FactReception.Revised:
                StoreNew(fact, known);
                _revised++;
                break;
            case FactReception.Repeated:
                if (known.IsConfirmedBy(delivery.Order))
                {
                    _confirmed.Add(fact.Key);
                }

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

    private bool IsEarlierConflict(Fact fact, KnownFact known) =>
        fact.Origin.Revision < known.Revision
        && (_replaced.GetValueOrDefault(fact.Reference) ?? ledger.OfRevision(fact.Reference)) is { } earlier && earlier != fact;

    private void StoreNew(Fact fact, KnownFact known)
    {
        Store(new(fact, IsRemoved: false, delivery.Order));
        if (known.StaysRemoved(delivery.Order))
        {
            Store(new(fact, IsRemoved: true, known.Delivery));
            _removed++;
        }
    }

    private void Remember()
    {
        foreach (var key in _confirmed)
        {
            ledger.Confirm(key, delivery.Order);
        }

        foreach (var kind in delivery.CompleteKinds)
        {
            if (!ledger.CompleteExports.TryGetValue((kind, delivery.Source), out var latest) || delivery.Order > latest)
            {
                ledger.CompleteExports[(kind, delivery.Source)] = delivery.Order;
            }
        }
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
            .Where(e => ledger.Known(e.Fact.Key, e).IsRemovedBy(delivery.Order))
            .OrderBy(e => e.Fact.Key);
        foreach (var entry in absent.ToList())
        {
            Store(entry with { IsRemoved = true, Delivery = delivery.Order });
            _removed++;
        }
    }

    private void RefuseAnotherDate()
    {
        if (ledger.Deliveries.TryGetValue((delivery.Source, delivery.Name), out var stored) && stored.DeliveredOn != delivery.DeliveredOn)
        {
            throw new ConflictException(Reason.Of(
                "storage.delivery-date-differs", ("delivery", delivery.Name), ("stored", stored.DeliveredOn), ("given", delivery.DeliveredOn)));
        }
    }

    private void RefuseAnotherBasis()
    {
        if (delivery.Basis is { } basis && ledger.SequenceOf(basis.Kinds) is var found && found > basis.Sequence)
        {
            throw new ConflictException(Reason.Of("storage.facts-changed-meanwhile", ("delivery", delivery.Name), ("expected", basis.Sequence), ("found", found)));
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
