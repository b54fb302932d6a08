namespace ActivityMgmt.Testing;

/// <summary>Lists and searches over the flat records of an <see cref="InMemoryUnitOfWork"/>, as <see cref="IQueries{T}"/> promises.</summary>
/// <remarks>Safe for concurrent use. A specification is evaluated by <see cref="Specification{T}.Evaluate"/>, so none is refused here that could be made.</remarks>
/// <typeparam name="T">One of the model's flat records; another one's queries are the host's to register.</typeparam>
public sealed class InMemoryQueries<T> : IQueries<T>
    where T : class, IQueryRecord
{
    private readonly InMemoryUnitOfWork _stored;

    /// <summary>Queries over what a unit of work stored.</summary>
    /// <exception cref="InvalidOperationException">Records of this type are not written by it.</exception>
    public InMemoryQueries(InMemoryUnitOfWork stored)
    {
        ArgumentNullException.ThrowIfNull(stored);
        _stored = FlatRecords.AreKept(typeof(T))
            ? stored
            : throw new InvalidOperationException($"No {typeof(T).Name} is kept in memory; register an IQueries<{typeof(T).Name}> of the host's own before UseInMemory.");
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<T>> ListAsync(CallContext call, AccessScope scope, Specification<T> specification, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(specification);
        return Answer.With(() => specification.Evaluate(Seen(call, scope)), cancellation);
    }

    /// <inheritdoc/>
    public Task<T?> FirstOrDefaultAsync(CallContext call, AccessScope scope, Specification<T> specification, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(specification);
        return Answer.With(() => specification.Evaluate(Seen(call, scope)) is [var first, ..] ? first : null, cancellation);
    }

    /// <inheritdoc/>
    public Task<T?> SingleOrDefaultAsync(CallContext call, AccessScope scope, SingleResultSpecification<T> specification, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(specification);
        return Answer.With(() => specification.Evaluate(Seen(call, scope)), cancellation);
    }

    /// <inheritdoc/>
    public Task<int> CountAsync(CallContext call, AccessScope scope, Specification<T> specification, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(specification);
        return Answer.With(() => specification.Criteria is { } criteria ? Seen(call, scope).Count(criteria.Compile()) : Seen(call, scope).Length, cancellation);
    }

    // Copied, so that a condition, which may call the host's code, isn't evaluated under the lock.
    private T[] Seen(CallContext call, AccessScope scope)
    {
        var tenant = _stored.TablesFor(call);
        ArgumentNullException.ThrowIfNull(scope);
        scope.MustBeOf(call);
        T[] all;
        lock (tenant)
        {
            all = [.. tenant.RecordsOf(typeof(T)).Cast<T>()];
        }

        return scope.StretchesFor(AccessAction.See, T.Data).Contains(AccessStretch.Everything) ? all : Array.FindAll(all, scope.Sees);
    }
}
