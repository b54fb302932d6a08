using System.Diagnostics.Metrics;

namespace ActivityMgmt.Domain.Tests;

/// <summary>Everything a use case needs at its edge, in memory: repositories by type, events, the audit trail.</summary>
internal sealed class InMemoryEdge(params IInMemoryAggregates[] repositories) : IUnitOfWork, IAuditTrail, IOutbox
{
    private readonly Dictionary<string, long> _delivered = [];

    public List<StoredEvent> Events { get; } = [];

    public List<AuditEntry> Audit { get; } = [];

    public List<IDomainEventSubscriber> Handlers { get; } = [];

    public IAccessPolicy Access { get; set; } = AccessPolicies.CheckedByHost;

    /// <summary>Whether nothing can be committed.</summary>
    public bool CommitFails { get; set; }

    /// <summary>What reading the outbox throws.</summary>
    public Exception? OutboxFailure { get; set; }

    public SomeMeters Meters { get; } = new();

    public ActivityTelemetry Telemetry => field ??= new(Meters);

    public UseCaseEdge Edge => new(Access, this, this, new(this, Handlers), new StoppedTime(), Telemetry);

    public Task CommitAsync(CallContext call, Changes changes, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (CommitFails)
        {
            throw new TimeoutException("The disk is busy.");
        }

        var byType = changes.Aggregates.Select(a => (Repository: repositories.Single(r => r.Keeps(a.Value)), Aggregate: a)).ToArray();
        foreach (var (repository, aggregate) in byType)
        {
            repository.Check(aggregate);
        }

        foreach (var (repository, aggregate) in byType)
        {
            repository.Put(aggregate);
        }

        var last = Events.Count;
        Events.AddRange(changes.Events.Select(e => new StoredEvent(call.Tenant, ++last, e)));
        Audit.AddRange(changes.Audit);
        return Task.CompletedTask;
    }

    public Task AppendAsync(CallContext call, IReadOnlyCollection<AuditEntry> entries, CancellationToken cancellation)
    {
        Audit.AddRange(entries);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<StoredEvent>> ReadAsync(CallContext call, string subscriber, int take, CancellationToken cancellation) => OutboxFailure is { } failure
        ? Task.FromException<IReadOnlyList<StoredEvent>>(failure)
        : Task.FromResult<IReadOnlyList<StoredEvent>>([.. Events.Where(e => e.Sequence > _delivered.GetValueOrDefault(subscriber)).Take(take)]);

    public Task MarkDeliveredAsync(CallContext call, string subscriber, long sequence, CancellationToken cancellation)
    {
        _delivered[subscriber] = Math.Max(sequence, _delivered.GetValueOrDefault(subscriber));
        return Task.CompletedTask;
    }
}

/// <summary>Aggregates of one type, as a unit of work writes them.</summary>
internal interface IInMemoryAggregates
{
    bool Keeps(IAggregate aggregate);

    void Check(Stored<IAggregate> aggregate);

    void Put(Stored<IAggregate> aggregate);
}

/// <summary>Half past nine in the morning of 1 July 2026, in Shanghai.</summary>
internal sealed class StoppedTime : TimeProvider
{
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.CreateCustomTimeZone("stopped", TimeSpan.FromHours(8), "stopped", "stopped");

    public override DateTimeOffset GetUtcNow() => new(2026, 7, 1, 1, 30, 0, TimeSpan.Zero);
}

/// <summary>A host's factory of meters, which knows the ones it made.</summary>
internal sealed class SomeMeters : IMeterFactory
{
    public List<Meter> Made { get; } = [];

    public Meter Create(MeterOptions options)
    {
        Made.Add(new(options));
        return Made[^1];
    }

    public void Dispose() => Made.ForEach(m => m.Dispose());
}
