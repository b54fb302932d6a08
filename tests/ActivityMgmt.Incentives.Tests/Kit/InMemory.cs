namespace ActivityMgmt.Incentives.Tests;

/// <summary>Stores that live as long as a test.</summary>
internal sealed class InMemoryFacts(FactBook book) : IFactStore
{
    public FactBook Book { get; set; } = book;

    public Task<IntakeResult> AppendAsync(CallContext call, FactDelivery delivery, Func<IntakeResult, Changes> follows, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<long> SequenceAsync(CallContext call, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<FactBook> ReadAsync(CallContext call, long? asKnownAt, CancellationToken cancellation) => Task.FromResult(Book);

    public Task<IReadOnlyList<DeliveryRecord>> DeliveriesAsync(CallContext call, CancellationToken cancellation) => throw new NotSupportedException();
}

internal sealed class InMemoryDocuments(params PublishedDocument[] documents) : IDocumentStore
{
    public Task PublishAsync(CallContext call, PublishedDocument document, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<PublishedDocument?> FindAsync(CallContext call, string kind, LocalDate date, CancellationToken cancellation) =>
        Task.FromResult(documents.FirstOrDefault(d => d.Kind == kind && d.AppliesOn(date)));
}

internal sealed class InMemoryRepository<T> : IRepository<T>, IUnitOfWork, IAuditTrail, IOutbox
    where T : class, IAggregate
{
    private readonly SortedDictionary<string, Stored<T>> _stored = new(StringComparer.Ordinal);

    public int Saves { get; private set; }

    public List<DomainEvent> Events { get; } = [];

    public Task<Stored<T>?> FindAsync(CallContext call, string key, CancellationToken cancellation) => Task.FromResult(_stored.GetValueOrDefault(key));

    public Task<IReadOnlyList<Stored<T>>> ListAsync(CallContext call, string partition, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<Stored<T>>>([.. _stored.Values.Where(s => s.Value.Partition == partition)]);

    public Task SaveAsync(CallContext call, IReadOnlyCollection<Stored<T>> aggregates, CancellationToken cancellation)
    {
        Saves++;
        foreach (var aggregate in aggregates)
        {
            if ((_stored.GetValueOrDefault(aggregate.Value.Key)?.Token ?? 0) != aggregate.Token)
            {
                throw new ConflictException(Reason.Of("test.conflict"));
            }

            _stored[aggregate.Value.Key] = aggregate with { Token = aggregate.Token + 1 };
        }

        return Task.CompletedTask;
    }

    public async Task CommitAsync(CallContext call, Changes changes, CancellationToken cancellation)
    {
        if (changes.Aggregates.Count > 0)
        {
            await SaveAsync(call, [.. changes.Aggregates.Select(a => new Stored<T>((T)a.Value, a.Token))], cancellation);
        }

        Events.AddRange(changes.Events);
    }

    public Task AppendAsync(CallContext call, IReadOnlyCollection<AuditEntry> entries, CancellationToken cancellation) => Task.CompletedTask;

    public Task<IReadOnlyList<StoredEvent>> ReadAsync(CallContext call, string subscriber, int take, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<StoredEvent>>([]);

    public Task MarkDeliveredAsync(CallContext call, string subscriber, long sequence, CancellationToken cancellation) => Task.CompletedTask;
}

internal static class TestEdge
{
    /// <summary>The edge of use cases whose only aggregates are those of a repository.</summary>
    public static UseCaseEdge Edge<T>(this InMemoryRepository<T> repository)
        where T : class, IAggregate =>
        new(AccessPolicies.CheckedByHost, repository, repository, new(repository, []), TimeProvider.System, new(null));
}

internal sealed class TestEngine : IKpiEngine
{
    public IReadings Open(FactBook facts, PublishedDocument kpis, Calendars calendars) => TestReadings.Over(facts, calendars);
}

/// <summary>The fiscal calendar of every tenant.</summary>
internal sealed class TestCalendars(IFiscalCalendar? fiscal = null) : ITenantCalendars
{
    public Calendars For(TenantId tenant) => Calendars.Default with { Fiscal = fiscal ?? FiscalCalendars.Gregorian };
}
