namespace ActivityMgmt.Domain.Tests;

internal sealed class InMemoryFactStore(params Fact[] facts) : IFactStore, IOrganisations
{
    private readonly List<Fact> _facts = [.. facts];
    private readonly List<DeliveryRecord> _deliveries = [];

    public void Add(params Fact[] facts) => _facts.AddRange(facts);

    public Task<IntakeResult> AppendAsync(CallContext call, FactDelivery delivery, CancellationToken cancellation)
    {
        _facts.AddRange(delivery.Facts.Select(f => f.Fact));
        _deliveries.Add(new(delivery.Name, delivery.DeliveredOn, _deliveries.Count + 1));
        return Task.FromResult(new IntakeResult
        {
            Added = delivery.Facts.Count, Revised = 0, Repeated = 0, Stale = 0, Removed = 0, Conflicts = [], Sequence = _deliveries.Count,
        });
    }

    public Task<FactBook> ReadAsync(CallContext call, long? asKnownAt, CancellationToken cancellation) => Task.FromResult(FactBook.Of(_facts));

    async Task<Organisation> IOrganisations.ReadAsync(CallContext call, long? asKnownAt, CancellationToken cancellation) =>
        (await ReadAsync(call, asKnownAt, cancellation)).Organisation;

    public Task<IReadOnlyList<DeliveryRecord>> DeliveriesAsync(CallContext call, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<DeliveryRecord>>(_deliveries);
}

internal sealed class InMemoryDocumentStore(params PublishedDocument[] documents) : IDocumentStore
{
    private readonly List<PublishedDocument> _documents = [.. documents];

    public Task PublishAsync(CallContext call, PublishedDocument document, CancellationToken cancellation)
    {
        _documents.Add(document);
        return Task.CompletedTask;
    }

    public Task<PublishedDocument?> FindAsync(CallContext call, string kind, LocalDate date, CancellationToken cancellation) =>
        Task.FromResult(_documents.Where(d => d.Kind == kind && d.AppliesOn(date)).OrderBy(d => d.Id, StringComparer.Ordinal).ThenByDescending(d => d.EffectiveFrom).FirstOrDefault());
}

/// <summary>Keeps aggregates with a token that counts up at each save; a save with another token than the stored one is a conflict.</summary>
internal sealed class InMemoryRepository<T> : IRepository<T>, IInMemoryAggregates
    where T : class, IAggregate
{
    private readonly Dictionary<string, Stored<T>> _stored = [];

    public int Writes { get; private set; }

    public IReadOnlyList<T> All => [.. _stored.Values.Select(s => s.Value).OrderBy(v => v.Key, StringComparer.Ordinal)];

    /// <summary>Runs once, after the next list was read and before anything is saved: somebody else is faster.</summary>
    public Action? Meanwhile { get; set; }

    public void Put(T value) => _stored[value.Key] = new(value, (_stored.GetValueOrDefault(value.Key)?.Token ?? 0) + 1);

    public Task<Stored<T>?> FindAsync(CallContext call, string key, CancellationToken cancellation)
    {
        var found = _stored.GetValueOrDefault(key);
        Interrupt();
        return Task.FromResult(found);
    }

    public Task<IReadOnlyList<Stored<T>>> ListAsync(CallContext call, string partition, CancellationToken cancellation)
    {
        Stored<T>[] list = [.. _stored.Values.Where(s => s.Value.Partition == partition).OrderBy(s => s.Value.Key, StringComparer.Ordinal)];
        Interrupt();
        return Task.FromResult<IReadOnlyList<Stored<T>>>(list);
    }

    public Task SaveAsync(CallContext call, IReadOnlyCollection<Stored<T>> aggregates, CancellationToken cancellation)
    {
        Stored<IAggregate>[] all = [.. aggregates.Select(a => new Stored<IAggregate>(a.Value, a.Token))];
        Array.ForEach(all, Check);
        Array.ForEach(all, Put);
        return Task.CompletedTask;
    }

    public bool Keeps(IAggregate aggregate) => aggregate is T;

    public void Check(Stored<IAggregate> aggregate)
    {
        if ((_stored.GetValueOrDefault(aggregate.Value.Key)?.Token ?? 0) != aggregate.Token)
        {
            throw new ConflictException(Reason.Of("stated.conflict", ("key", aggregate.Value.Key)));
        }
    }

    public void Put(Stored<IAggregate> aggregate)
    {
        _stored[aggregate.Value.Key] = new((T)aggregate.Value, aggregate.Token + 1);
        Writes++;
    }

    private void Interrupt()
    {
        var meanwhile = Meanwhile;
        Meanwhile = null;
        meanwhile?.Invoke();
    }
}
