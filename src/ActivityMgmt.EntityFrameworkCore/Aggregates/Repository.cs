using Microsoft.EntityFrameworkCore;

namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>Aggregates of one type in the table <c>aggregates</c>, each as one canonical JSON text with a concurrency token.</summary>
internal sealed class Repository<T>(ActivityStorage storage) : IRepository<T>
    where T : class, IAggregate
{
    private static readonly string Type = AggregateTable.TypeOf(typeof(T));

    public Task<Stored<T>?> FindAsync(CallContext call, string key, CancellationToken cancellation)
    {
        var tenant = TenantKey.Of(call);
        ArgumentNullException.ThrowIfNull(key);
        return storage.ReadAsync(
            async context => await context.Aggregates.AsNoTracking()
                .FirstOrDefaultAsync(a => a.Tenant == tenant && a.Type == Type && a.Key == key, cancellation).ConfigureAwait(false) is { } row
                ? Value(row)
                : null,
            cancellation);
    }

    public Task<IReadOnlyList<Stored<T>>> ListAsync(CallContext call, string partition, CancellationToken cancellation)
    {
        var tenant = TenantKey.Of(call);
        ArgumentNullException.ThrowIfNull(partition);
        return storage.ReadAsync<IReadOnlyList<Stored<T>>>(
            async context =>
            {
                var rows = await context.Aggregates.AsNoTracking()
                    .Where(a => a.Tenant == tenant && a.Type == Type && a.Partition == partition)
                    .ToListAsync(cancellation).ConfigureAwait(false);
                return [.. rows.OrderBy(a => a.Key, StringComparer.Ordinal).Select(Value)];
            },
            cancellation);
    }

    public Task SaveAsync(CallContext call, IReadOnlyCollection<Stored<T>> aggregates, CancellationToken cancellation)
    {
        var tenant = TenantKey.Of(call);
        ArgumentNullException.ThrowIfNull(aggregates);
        AggregateTable.RefuseTwice(aggregates.Select(a => a.Value));
        return storage.WriteAsync(
            async (context, _) =>
            {
                await AggregateTable.PutAsync(context, tenant, [.. aggregates.Select(a => new Stored<IAggregate>(a.Value, a.Token))], cancellation).ConfigureAwait(false);
                return await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
            },
            cancellation);
    }

    private static Stored<T> Value(AggregateRow row) => row.ContentFormat <= StoredJson.Format
        ? new(StoredJson.Read<T>(row.Content), row.Token)
        : throw new StorageException(Reason.Of(
            "storage.newer-content", ("type", row.Type), ("key", row.Key), ("found", row.ContentFormat), ("known", StoredJson.Format)));
}
