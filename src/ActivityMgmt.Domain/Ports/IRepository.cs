namespace ActivityMgmt.Domain;

/// <summary>Something with a life of its own that is stored whole: a goal, a checkpoint, a statement.</summary>
public interface IAggregate
{
    /// <summary>Its id, unique in its kind and tenant.</summary>
    string Key { get; }

    /// <summary>The period it belongs to, such as <c>2026Q3</c>; lists are read by it.</summary>
    string Partition { get; }
}

/// <summary>An aggregate and the version in which it was read.</summary>
/// <param name="Value">The aggregate.</param>
/// <param name="Token">The concurrency token: 0 for one that was never stored.</param>
public sealed record Stored<T>(T Value, long Token)
    where T : class, IAggregate;

/// <summary>Keeps aggregates of one kind.</summary>
public interface IRepository<T>
    where T : class, IAggregate
{
    /// <summary>The aggregate with a key; <see langword="null"/> when there is none.</summary>
    Task<Stored<T>?> FindAsync(CallContext call, string key, CancellationToken cancellation);

    /// <summary>All aggregates of a period, sorted by key.</summary>
    Task<IReadOnlyList<Stored<T>>> ListAsync(CallContext call, string partition, CancellationToken cancellation);

    /// <summary>Stores aggregates in one transaction: all of them or none. A change gives another token, which the key never had before; saving what is stored already may leave the token.</summary>
    /// <exception cref="ArgumentException">An aggregate is there twice.</exception>
    /// <exception cref="ConflictException">Somebody else stored one of them since it was read.</exception>
    Task SaveAsync(CallContext call, IReadOnlyCollection<Stored<T>> aggregates, CancellationToken cancellation);
}

/// <summary>Somebody else changed the same thing first. Read again and decide again.</summary>
public sealed class ConflictException : Exception
{
    /// <summary>Says what clashed.</summary>
    public ConflictException(Reason reason)
        : base(reason?.ToString())
    {
        ArgumentNullException.ThrowIfNull(reason);
        Reason = reason;
    }

    /// <summary>What clashed.</summary>
    public Reason Reason { get; }
}
