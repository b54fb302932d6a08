using System.Collections.Concurrent;

namespace ActivityMgmt.Testing;

/// <summary>Keeps aggregates of one kind in memory, as <see cref="IRepository{T}"/> promises; gone with the object.</summary>
/// <remarks>
/// Safe for concurrent use. Tokens count up from 1 with each save. Aggregates are kept as they are, not copied: they must be immutable, as all of the model's are.
/// A conflict's reason has the same code as that of a durable store, <c>storage.changed-meanwhile</c>.
/// </remarks>
/// <typeparam name="T">The kind of aggregate.</typeparam>
public sealed class InMemoryRepository<T> : IRepository<T>
    where T : class, IAggregate
{
    private readonly ConcurrentDictionary<TenantId, SortedDictionary<string, Stored<T>>> _tenants = new();

    /// <inheritdoc/>
    public Task<Stored<T>?> FindAsync(CallContext call, string key, CancellationToken cancellation) => Answer.With(
        () =>
        {
            var stored = StoredFor(call);
            ArgumentNullException.ThrowIfNull(key);
            lock (stored)
            {
                return stored.GetValueOrDefault(key);
            }
        },
        cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Stored<T>>> ListAsync(CallContext call, string partition, CancellationToken cancellation) => Answer.With<IReadOnlyList<Stored<T>>>(
        () =>
        {
            var stored = StoredFor(call);
            ArgumentNullException.ThrowIfNull(partition);
            lock (stored)
            {
                return [.. stored.Values.Where(s => s.Value.Partition == partition)];
            }
        },
        cancellation);

    /// <inheritdoc/>
    public Task SaveAsync(CallContext call, IReadOnlyCollection<Stored<T>> aggregates, CancellationToken cancellation) => Answer.With(
        () =>
        {
            var stored = StoredFor(call);
            ArgumentNullException.ThrowIfNull(aggregates);
            Stored<T>[] all = [.. aggregates];
            if (all.GroupBy(a => a.Value.Key).FirstOrDefault(g => g.Count() > 1) is { Key: var twice })
            {
                throw new ArgumentException($"'{twice}' is there twice; save each aggregate once.", nameof(aggregates));
            }

            lock (stored)
            {
                foreach (var aggregate in all)
                {
                    Check(aggregate, stored.GetValueOrDefault(aggregate.Value.Key)?.Token ?? 0);
                }

                cancellation.ThrowIfCancellationRequested();
                foreach (var aggregate in all)
                {
                    stored[aggregate.Value.Key] = aggregate with { Token = aggregate.Token + 1 };
                }
            }

            return all.Length;
        },
        cancellation);

    /// <summary>Every aggregate of the call's tenant, sorted by key, ordinally: for a test to look at.</summary>
    public IReadOnlyList<T> All(CallContext call)
    {
        var stored = StoredFor(call);
        lock (stored)
        {
            return [.. stored.Values.Select(s => s.Value)];
        }
    }

    private SortedDictionary<string, Stored<T>> StoredFor(CallContext call) =>
        _tenants.GetOrAdd(Answer.TenantOf(call), _ => new(StringComparer.Ordinal));

    private static void Check(Stored<T> aggregate, long token)
    {
        if (aggregate.Token != token)
        {
            throw new ConflictException(Reason.Of(
                "storage.changed-meanwhile", ("type", typeof(T).FullName!), ("key", aggregate.Value.Key), ("expected", aggregate.Token), ("found", token)));
        }
    }
}
