namespace ActivityMgmt.Benchmarks;

/// <summary>A book that is in memory already; deliveries are not taken.</summary>
internal sealed class InMemoryFacts(FactBook book) : IFactStore
{
    public Task<FactBook> ReadAsync(CallContext call, long? asKnownAt, CancellationToken cancellation) => Task.FromResult(book);

    public Task<IntakeResult> AppendAsync(CallContext call, FactDelivery delivery, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<DeliveryRecord>> DeliveriesAsync(CallContext call, CancellationToken cancellation) => throw new NotSupportedException();
}

/// <summary>Documents in a list.</summary>
internal sealed class InMemoryDocuments(IEnumerable<PublishedDocument> published) : IDocumentStore
{
    private readonly List<PublishedDocument> _documents = [.. published];

    public Task PublishAsync(CallContext call, PublishedDocument document, CancellationToken cancellation)
    {
        _documents.Add(document);
        return Task.CompletedTask;
    }

    public Task<PublishedDocument?> FindAsync(CallContext call, string kind, LocalDate date, CancellationToken cancellation) =>
        Task.FromResult(_documents.Find(d => d.Kind == kind && d.AppliesOn(date)));
}

/// <summary>Aggregates by key, listed by partition in order of their keys.</summary>
internal sealed class InMemoryRepository<T> : IRepository<T>
    where T : class, IAggregate
{
    private readonly Dictionary<string, SortedDictionary<string, Stored<T>>> _partitions = [];

    public Task<Stored<T>?> FindAsync(CallContext call, string key, CancellationToken cancellation) =>
        Task.FromResult(_partitions.Values.Select(p => p.GetValueOrDefault(key)).FirstOrDefault(s => s is not null));

    public Task<IReadOnlyList<Stored<T>>> ListAsync(CallContext call, string partition, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Stored<T>>>(_partitions.TryGetValue(partition, out var found) ? [.. found.Values] : []);

    public Task SaveAsync(CallContext call, IReadOnlyCollection<Stored<T>> aggregates, CancellationToken cancellation)
    {
        foreach (var aggregate in aggregates)
        {
            if (!_partitions.TryGetValue(aggregate.Value.Partition, out var partition))
            {
                _partitions[aggregate.Value.Partition] = partition = new(StringComparer.Ordinal);
            }

            partition[aggregate.Value.Key] = aggregate with { Token = aggregate.Token + 1 };
        }

        return Task.CompletedTask;
    }
}
