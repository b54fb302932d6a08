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
    private readonly InMemoryUnitOfWork _stored;

    /// <summary>An empty repository of its own.</summary>
    public InMemoryRepository()
        : this(new InMemoryUnitOfWork())
    {
    }

    /// <summary>The aggregates that a unit of work stores, and that this repository stores beside it.</summary>
    public InMemoryRepository(InMemoryUnitOfWork stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        _stored = stored;
    }

    /// <inheritdoc/>
    public Task<Stored<T>?> FindAsync(CallContext call, string key, CancellationToken cancellation) => Answer.With(
        () =>
        {
            var tenant = _stored.TablesFor(call);
            ArgumentNullException.ThrowIfNull(key);
            lock (tenant)
            {
                return tenant.AggregatesOf(typeof(T)).TryGetValue(key, out var found) ? Typed(found) : null;
            }
        },
        cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Stored<T>>> ListAsync(CallContext call, string partition, CancellationToken cancellation) => Answer.With<IReadOnlyList<Stored<T>>>(
        () =>
        {
            var tenant = _stored.TablesFor(call);
            ArgumentNullException.ThrowIfNull(partition);
            lock (tenant)
            {
                return [.. tenant.AggregatesOf(typeof(T)).Values.Where(s => s.Value.Partition == partition).Select(Typed)];
            }
        },
        cancellation);

    /// <inheritdoc/>
    public Task SaveAsync(CallContext call, IReadOnlyCollection<Stored<T>> aggregates, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(aggregates);
        return _stored.CommitAsync(call, Changes.None.Save(aggregates), cancellation);
    }

    /// <summary>Every aggregate of the call's tenant, sorted by key, ordinally: for a test to look at.</summary>
    public IReadOnlyList<T> All(CallContext call)
    {
        var tenant = _stored.TablesFor(call);
        lock (tenant)
        {
            return [.. tenant.AggregatesOf(typeof(T)).Values.Select(s => (T)s.Value)];
        }
    }

    private static Stored<T> Typed(Stored<IAggregate> stored) => new((T)stored.Value, stored.Token);
}
