using NodaTime.Text;

namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>One delivery on its way into the tables, inside one transaction. What nothing is stored of leaves no trace but what it confirmed.</summary>
internal sealed class Intake(ActivityContext context, FactTable table, PeopleTable people, string tenant, FactDelivery delivery)
{
    private readonly Dictionary<long, DeliveryOrder> _orders = [];
    private readonly Dictionary<(FactKind Kind, string Source), DeliveryOrder?> _exports = [];
    private readonly HashSet<FactKey> _confirmed = [];
    private readonly List<IncomingFact> _conflicts = [];
    private DeliveryRow? _row;
    private int _added, _revised, _repeated, _stale, _removed;
    private bool _stored;

    public IntakeResult Run(CancellationToken cancellation)
    {
        var before = table.LastSequence();
        _row = context.Deliveries.FirstOrDefault(d => d.Tenant == tenant && d.Source == delivery.Source && d.Name == delivery.Name);
        foreach (var incoming in delivery.Facts)
        {
            cancellation.ThrowIfCancellationRequested();
            Receive(incoming);
        }

        foreach (var kind in delivery.CompleteKinds.Distinct())
        {
            cancellation.ThrowIfCancellationRequested();
            RemoveAbsent(kind);
        }

        var sequence = before;
        if (_stored)
        {
            sequence = table.StoredSequence();
            if (_row!.Sequence == 0)
            {
                // What comes later under the same name was not known when the delivery first came, so its place stays.
                _row.Sequence = sequence;
            }
        }

        if (_row is null || _row.DeliveredOn == LocalDatePattern.Iso.Format(delivery.DeliveredOn))
        {
            Remember();
        }

        people.Keep(delivery.Names, delivery.Order);
        context.SaveChanges();
        return new()
        {
            Added = _added,
            Revised = _revised,
            Repeated = _repeated,
            Stale = _stale,
            Removed = _removed,
            Conflicts = _conflicts,
            SequenceBefore = before,
            Sequence = sequence,
        };
    }

    private void Receive(IncomingFact incoming)
    {
        var fact = incoming.Fact;
        var content = FactJson.Write(fact);
        var newest = table.Newest(fact.Key);
        var known = newest is { } n ? Known(fact.Key.Kind, fact.Key.Source, n.Revision, n.IsRemoved, n.Delivery, n.Confirmed) : KnownFact.Unknown(ExportOf(fact.Key.Kind, fact.Key.Source));
        switch (Decide(fact, content, newest, known))
        {
            case FactReception.Added:
                StoreNew(fact, "added", content, newest, known);
                _added++;
                break;
            case FactReception.Revised:
                StoreNew(fact, "revised", content, newest, known);
                _revised++;
                break;
            case FactReception.Returned:
                Store(fact, "returned", content);
                _added++;
                break;
            case FactReception.Repeated:
                Confirm(fact.Key, known);
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

    private FactReception Decide(Fact fact, string content, FactTable.Entry? newest, KnownFact known)
    {
        if (fact.Origin.Revision < known.Revision && table.OfRevision(fact.Key, fact.Origin.Revision) is { } earlier && !FactJson.IsSame(earlier, fact, content))
        {
            // An earlier revision with other content stays a conflict after a higher one came, so that the same export is reported the same.
            return FactReception.Conflict;
        }

        var isSame = known.Revision == fact.Origin.Revision && newest is { } n && FactJson.IsSame(n.Content, fact, content);
        return known.Receive(fact.Origin.Revision, isSame, delivery.Order);
    }

    private KnownFact Known(FactKind kind, string source, int revision, bool isRemoved, long storedBy, DeliveryOrder? confirmed)
    {
        var stored = OrderOf(storedBy);
        return new KnownFact(revision, isRemoved, confirmed > stored ? confirmed.Value : stored).After(ExportOf(kind, source));
    }

    private DeliveryOrder? ExportOf(FactKind kind, string source)
    {
        if (!_exports.TryGetValue((kind, source), out var export))
        {
            export = table.CompleteExport(kind, source);
            _exports.Add((kind, source), export);
        }

        return export;
    }

    // A complete export confirms everything that it holds by itself.
    private void Confirm(FactKey key, KnownFact known)
    {
        if (known.IsConfirmedBy(delivery.Order) && !(key.Source == delivery.Source && delivery.CompleteKinds.Contains(key.Kind)))
        {
            _confirmed.Add(key);
        }
    }

    private void Remember()
    {
        foreach (var key in _confirmed)
        {
            table.Confirm(key, delivery.Order);
        }

        foreach (var kind in delivery.CompleteKinds.Distinct())
        {
            if (ExportOf(kind, delivery.Source) is not { } latest || delivery.Order > latest)
            {
                table.KeepCompleteExport(kind, delivery.Source, delivery.Order);
            }
        }
    }

    private void StoreNew(Fact fact, string change, string content, FactTable.Entry? newest, KnownFact known)
    {
        Store(fact, change, content);
        if (known.StaysRemoved(delivery.Order))
        {
            // Removed by whatever removed it before; of a fact that is new the complete export is remembered for all of its kind.
            table.Remove(table.StoredSequence(), newest?.Delivery ?? DeliveryId());
            _removed++;
        }
    }

    private void Store(Fact fact, string change, string content) => table.Insert(fact, change, DeliveryId(), content);

    private void RemoveAbsent(FactKind kind)
    {
        var here = delivery.Facts.Where(f => f.Fact.Kind == kind && f.Fact.Origin.Source == delivery.Source).Select(f => f.Fact.Origin.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (id, sequence, storedBy, confirmed) in table.Present(kind, delivery.Source))
        {
            // What is present has its revision and content; only who stored or confirmed it, and when, decides.
            if (!here.Contains(id) && Known(kind, delivery.Source, 1, isRemoved: false, storedBy, confirmed).IsRemovedBy(delivery.Order))
            {
                table.Remove(sequence, DeliveryId());
                _removed++;
            }
        }
    }

    private long DeliveryId()
    {
        if (!_stored && delivery.Basis is { } basis && table.LastSequenceOf(basis.Kinds) is var found && found > basis.Sequence)
        {
            throw new ConflictException(Reason.Of("storage.facts-changed-meanwhile", ("delivery", delivery.Name), ("expected", basis.Sequence), ("found", found)));
        }

        if (_row is null)
        {
            _row = new()
            {
                Tenant = tenant,
                Source = delivery.Source,
                Name = delivery.Name,
                DeliveredOn = LocalDatePattern.Iso.Format(delivery.DeliveredOn),
                Sequence = 0,
            };
            context.Deliveries.Add(_row);
            context.SaveChanges();
        }
        else if (!_stored && _row.DeliveredOn != LocalDatePattern.Iso.Format(delivery.DeliveredOn))
        {
            throw new ConflictException(Reason.Of(
                "storage.delivery-date-differs",
                ("delivery", delivery.Name),
                ("stored", LocalDatePattern.Iso.Parse(_row.DeliveredOn).GetValueOrThrow()),
                ("given", delivery.DeliveredOn)));
        }

        _stored = true;
        return _row.Id;
    }

    private DeliveryOrder OrderOf(long id)
    {
        if (!_orders.TryGetValue(id, out var order))
        {
            var row = _row?.Id == id ? _row : context.Deliveries.First(d => d.Id == id);
            order = new(LocalDatePattern.Iso.Parse(row.DeliveredOn).GetValueOrThrow(), row.Name);
            _orders.Add(id, order);
        }

        return order;
    }
}
