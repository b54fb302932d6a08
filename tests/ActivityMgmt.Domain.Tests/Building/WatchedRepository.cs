using ActivityMgmt.Testing;

namespace ActivityMgmt.Domain.Tests;

/// <summary>The in-memory repository as the branch's tests look at it: what is in it, how often it was written, and somebody who is faster.</summary>
internal sealed class WatchedRepository<T> : IRepository<T>, IInMemoryAggregates
    where T : class, IAggregate
{
    private readonly InMemoryRepository<T> _stored = new();

    /// <summary>How many aggregates the code under test saved.</summary>
    public int Writes { get; private set; }

    public IReadOnlyList<T> All => _stored.All(Branch.Call);

    /// <summary>Runs once, after the next read and before anything is saved: somebody else is faster.</summary>
    public Action? Meanwhile { get; set; }

    /// <summary>Stores what somebody else settled.</summary>
    public void Put(T value)
    {
        var known = _stored.FindAsync(Branch.Call, value.Key, CancellationToken.None).GetAwaiter().GetResult();
        _stored.SaveAsync(Branch.Call, [new(value, known?.Token ?? 0)], CancellationToken.None).GetAwaiter().GetResult();
    }

    public async Task<Stored<T>?> FindAsync(CallContext call, string key, CancellationToken cancellation)
    {
        var found = await _stored.FindAsync(call, key, cancellation);
        Interrupt();
        return found;
    }

    public async Task<IReadOnlyList<Stored<T>>> ListAsync(CallContext call, string partition, CancellationToken cancellation)
    {
        var list = await _stored.ListAsync(call, partition, cancellation);
        Interrupt();
        return list;
    }

    public async Task SaveAsync(CallContext call, IReadOnlyCollection<Stored<T>> aggregates, CancellationToken cancellation)
    {
        await _stored.SaveAsync(call, aggregates, cancellation);
        Writes += aggregates.Count;
    }

    public bool Keeps(IAggregate aggregate) => aggregate is T;

    public void Check(Stored<IAggregate> aggregate)
    {
        var known = _stored.FindAsync(Branch.Call, aggregate.Value.Key, CancellationToken.None).GetAwaiter().GetResult();
        if ((known?.Token ?? 0) != aggregate.Token)
        {
            throw new ConflictException(Reason.Of("stated.conflict", ("key", aggregate.Value.Key)));
        }
    }

    public void Put(Stored<IAggregate> aggregate)
    {
        Put((T)aggregate.Value);
        Writes++;
    }

    private void Interrupt()
    {
        var meanwhile = Meanwhile;
        Meanwhile = null;
        meanwhile?.Invoke();
    }
}
