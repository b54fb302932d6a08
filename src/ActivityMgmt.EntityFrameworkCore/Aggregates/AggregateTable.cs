using Microsoft.EntityFrameworkCore;

namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>Writes aggregates of any kind, with their flat records, into a context that the caller saves.</summary>
internal static class AggregateTable
{
    // Far below SQLite's limit on parameters.
    private const int KeysInOneQuery = 500;

    public static string TypeOf(Type aggregate) => aggregate.FullName!;

    /// <exception cref="ArgumentException">An aggregate is there twice.</exception>
    public static void RefuseTwice(IEnumerable<IAggregate> aggregates)
    {
        if (aggregates.GroupBy(a => (a.GetType(), a.Key)).FirstOrDefault(g => g.Count() > 1) is { Key.Key: var twice })
        {
            throw new ArgumentException($"'{twice}' is there twice; save each aggregate once.", nameof(aggregates));
        }
    }

    /// <exception cref="ConflictException">Somebody else stored one of them since it was read.</exception>
    public static async Task PutAsync(ActivityContext context, string tenant, IReadOnlyList<Stored<IAggregate>> aggregates, CancellationToken cancellation)
    {
        foreach (var ofType in aggregates.GroupBy(a => TypeOf(a.Value.GetType())))
        {
            foreach (var chunk in ofType.Chunk(KeysInOneQuery))
            {
                var keys = chunk.Select(a => a.Value.Key).ToList();
                var rows = await context.Aggregates
                    .Where(a => a.Tenant == tenant && a.Type == ofType.Key && keys.Contains(a.Key))
                    .ToDictionaryAsync(a => a.Key, StringComparer.Ordinal, cancellation).ConfigureAwait(false);
                foreach (var aggregate in chunk)
                {
                    Put(context, tenant, ofType.Key, aggregate, rows.GetValueOrDefault(aggregate.Value.Key));
                }
            }
        }
    }

    private static void Put(ActivityContext context, string tenant, string type, Stored<IAggregate> aggregate, AggregateRow? row)
    {
        var token = row?.Token ?? 0;
        if (token != aggregate.Token)
        {
            throw new ConflictException(Reason.Of(
                "storage.changed-meanwhile", ("type", type), ("key", aggregate.Value.Key), ("expected", aggregate.Token), ("found", token)));
        }

        var content = StoredJson.Write(aggregate.Value, aggregate.Value.GetType());
        if (row is null)
        {
            context.Aggregates.Add(new()
            {
                Tenant = tenant,
                Type = type,
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
        else
        {
            return;
        }

        RecordTable.Put(context, tenant, type, aggregate.Value, isNew: row is null);
    }
}
