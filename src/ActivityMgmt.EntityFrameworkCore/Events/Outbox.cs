using Microsoft.EntityFrameworkCore;

namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>Events in the table <c>events</c>, and how far each subscriber is.</summary>
internal sealed class Outbox(ActivityStorage storage) : IOutbox
{
    public Task<IReadOnlyList<StoredEvent>> ReadAsync(CallContext call, string subscriber, int take, CancellationToken cancellation)
    {
        var tenant = TenantKey.Of(call);
        ArgumentException.ThrowIfNullOrEmpty(subscriber);
        ArgumentOutOfRangeException.ThrowIfNegative(take);
        return storage.ReadAsync<IReadOnlyList<StoredEvent>>(
            async context =>
            {
                var rows = await context.Events.AsNoTracking()
                    .Where(e => e.Tenant == tenant
                        && e.Sequence > (context.EventDeliveries.Where(d => d.Tenant == tenant && d.Subscriber == subscriber).Max(d => (long?)d.Sequence) ?? 0))
                    .OrderBy(e => e.Sequence)
                    .Take(take)
                    .ToListAsync(cancellation).ConfigureAwait(false);
                return [.. rows.Select(row => new StoredEvent(call.Tenant, row.Sequence, Read(row)))];
            },
            cancellation);
    }

    public Task MarkDeliveredAsync(CallContext call, string subscriber, long sequence, CancellationToken cancellation)
    {
        var tenant = TenantKey.Of(call);
        ArgumentException.ThrowIfNullOrEmpty(subscriber);
        return storage.WriteAsync(
            async (context, _) =>
            {
                var row = await context.EventDeliveries.FirstOrDefaultAsync(d => d.Tenant == tenant && d.Subscriber == subscriber, cancellation).ConfigureAwait(false);
                if (row is null)
                {
                    context.EventDeliveries.Add(new() { Tenant = tenant, Subscriber = subscriber, Sequence = sequence });
                }
                else if (row.Sequence < sequence)
                {
                    row.Sequence = sequence;
                }

                return await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
            },
            cancellation);
    }

    /// <summary>Adds events to a context that holds the write lock, so that nobody else takes the next sequence.</summary>
    public static async Task AddAsync(ActivityContext context, string tenant, IReadOnlyList<DomainEvent> events, CancellationToken cancellation)
    {
        if (events.Count == 0)
        {
            return;
        }

        var last = await context.Events.Where(e => e.Tenant == tenant).MaxAsync(e => (long?)e.Sequence, cancellation).ConfigureAwait(false) ?? 0;
        context.Events.AddRange(events.Select(e => new EventRow
        {
            Tenant = tenant,
            Sequence = ++last,
            ContentFormat = StoredJson.Format,
            Content = StoredJson.Write(e),
        }));
    }

    private static DomainEvent Read(EventRow row) => row.ContentFormat <= StoredJson.Format
        ? StoredJson.Read<DomainEvent>(row.Content)
        : throw new StorageException(Reason.Of(
            "storage.newer-content", ("type", "event"), ("key", row.Sequence), ("found", row.ContentFormat), ("known", StoredJson.Format)));
}
