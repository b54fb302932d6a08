using NodaTime.Text;

namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>One delivery on its way into the tables, inside one transaction. What nothing is stored of leaves no trace.</summary>
internal sealed class Intake(ActivityContext context, FactTable table, PeopleTable people, string tenant, FactDelivery delivery)
{
    private readonly Dictionary<long, DeliveryOrder> _orders = [];
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
            Sequence = sequence,
        };
    }

    private void Receive(IncomingFact incoming)
    {
        var fact = incoming.Fact;
        var content = FactJson.Write(fact);
        switch (Decide(fact, content))
        {
            case FactReception.Added:
                Store(fact, "added", content);
                _added++;
                break;
            case FactReception.Revised:
                Store(fact, "revised", content);
                _revised++;
                break;
            case FactReception.Returned:
                Store(fact, "returned", content);
                _added++;
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

    private FactReception Decide(Fact fact, string content)
    {
        if (table.Newest(fact.Key) is not { } newest)
        {
            return FactReception.Added;
        }

        if (fact.Origin.Revision < newest.Revision && table.OfRevision(fact.Key, fact.Origin.Revision) is { } earlier && !FactJson.IsSame(earlier, fact, content))
        {
            // An earlier revision with other content stays a conflict after a higher one came, so that the same export is reported the same.
            return FactReception.Conflict;
        }

        var isSame = newest.Revision == fact.Origin.Revision && FactJson.IsSame(newest.Content, fact, content);
        return new KnownFact(newest.Revision, newest.IsRemoved, OrderOf(newest.Delivery)).Receive(fact.Origin.Revision, isSame, delivery.Order);
    }

    private void Store(Fact fact, string change, string content) => table.Insert(fact, change, DeliveryId(), content);

    private void RemoveAbsent(FactKind kind)
    {
        var here = delivery.Facts.Where(f => f.Fact.Kind == kind && f.Fact.Origin.Source == delivery.Source).Select(f => f.Fact.Origin.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var (id, sequence, storedBy) in table.Present(kind, delivery.Source))
        {
            // What is present has its revision and content; only who stored it, and when, decides.
            if (!here.Contains(id) && new KnownFact(0, IsRemoved: false, OrderOf(storedBy)).IsRemovedBy(delivery.Order))
            {
                table.Remove(sequence, DeliveryId());
                _removed++;
            }
        }
    }

    private long DeliveryId()
    {
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
