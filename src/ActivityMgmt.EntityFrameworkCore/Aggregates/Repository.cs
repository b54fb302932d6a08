using Microsoft.EntityFrameworkCore;

namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>Aggregates of one type in the table <c>aggregates</c>, each as one canonical JSON text with a concurrency token.</summary>
internal sealed class Repository<T>(ActivityStorage storage) : IRepository<T>
    where T : class, IAggregate
{
    // Far below SQLite's limit on parameters.
    private const int KeysInOneQuery = 500;

    private static readonly string Type = typeof(T).FullName!;

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
        if (aggregates.GroupBy(a => a.Value.Key).FirstOrDefault(g => g.Count() > 1) is { Key: var twice })
        {
            throw new ArgumentException($"'{twice}' is there twice; save each aggregate once.", nameof(aggregates));
        }

        return storage.WriteAsync(
            async (context, _) =>
            {
                foreach (var chunk in aggregates.Chunk(KeysInOneQuery))
                {
                    var keys = chunk.Select(a => a.Value.Key).ToList();
                    var rows = await context.Aggregates
                        .Where(a => a.Tenant == tenant && a.Type == Type && keys.Contains(a.Key))
                        .ToDictionaryAsync(a => a.Key, StringComparer.Ordinal, cancellation).ConfigureAwait(false);
                    foreach (var aggregate in chunk)
                    {
                        Put(context, tenant, aggregate, rows.GetValueOrDefault(aggregate.Value.Key));
                    }
                }

                return await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
            },
            cancellation);
    }

    private static void Put(ActivityContext context, string tenant, Stored<T> aggregate, AggregateRow? row)
    {
        var token = row?.Token ?? 0;
        if (token != aggregate.Token)
        {
            throw new ConflictException(Reason.Of(
                "storage.changed-meanwhile", ("type", Type), ("key", aggregate.Value.Key), ("expected", aggregate.Token), ("found", token)));
        }

        var content = StoredJson.Write(aggregate.Value);
        if (row is null)
        {
            context.Aggregates.Add(new()
            {
                Tenant = tenant,
                Type = Type,
                Key = aggregate.Value.Key,
                Partition = aggregate.Value.Partition,
                Token = 1,
                ContentFormat = StoredJson.Format,
                Content = content,
            });
        }
        else if (row.Content != content || row.Partition != aggregate.Value.Partition)
        {
            row.Partition = aggregate.Value.Partition;
            row.Token = token + 1;
            row.ContentFormat = StoredJson.Format;
            row.Content = content;
        }
    }

    private static Stored<T> Value(AggregateRow row) => row.ContentFormat <= StoredJson.Format
        ? new(StoredJson.Read<T>(row.Content), row.Token)
        : throw new StorageException(Reason.Of(
            "storage.newer-content", ("type", row.Type), ("key", row.Key), ("found", row.ContentFormat), ("known", StoredJson.Format)));
}
