using System.Collections.Concurrent;

namespace ActivityMgmt.Testing;

/// <summary>Keeps everything that use cases change in memory, as <see cref="IUnitOfWork"/>, <see cref="IAuditTrail"/> and <see cref="IOutbox"/> promise; gone with the object.</summary>
/// <remarks>
/// Safe for concurrent use; each tenant has its own sequences of events and audit entries, from 1. <see cref="InMemoryRepository{T}"/> and <see cref="InMemoryQueries{T}"/> that were made with it see
/// what it stored, and what they store is checked by it. A conflict's reason has the same code as that of a durable store, <c>storage.changed-meanwhile</c>.
/// </remarks>
public sealed class InMemoryUnitOfWork : IUnitOfWork, IAuditTrail, IOutbox
{
    private readonly ConcurrentDictionary<TenantId, TenantTables> _tenants = new();

    /// <inheritdoc/>
    public Task CommitAsync(CallContext call, Changes changes, CancellationToken cancellation) => Answer.With(
        () =>
        {
            var tenant = TablesFor(call);
            ArgumentNullException.ThrowIfNull(changes);
            lock (tenant)
            {
                tenant.Check(changes.Aggregates);

                // From here on nothing fails: all of it or nothing.
                cancellation.ThrowIfCancellationRequested();
                tenant.Put(changes.Aggregates);
                tenant.Add(call.Tenant, changes.Events);
                tenant.Add(call.Actor, changes.Audit);
            }

            return true;
        },
        cancellation);

    /// <inheritdoc/>
    public Task AppendAsync(CallContext call, IReadOnlyCollection<AuditEntry> entries, CancellationToken cancellation) => Answer.With(
        () =>
        {
            var tenant = TablesFor(call);
            ArgumentNullException.ThrowIfNull(entries);
            AuditEntry[] all = [.. entries];
            lock (tenant)
            {
                tenant.Add(call.Actor, all);
            }

            return all.Length;
        },
        cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StoredEvent>> ReadAsync(CallContext call, string subscriber, int take, CancellationToken cancellation) => Answer.With(
        () =>
        {
            var tenant = TablesFor(call);
            ArgumentException.ThrowIfNullOrEmpty(subscriber);
            ArgumentOutOfRangeException.ThrowIfNegative(take);
            lock (tenant)
            {
                return tenant.Undelivered(subscriber, take);
            }
        },
        cancellation);

    /// <inheritdoc/>
    public Task MarkDeliveredAsync(CallContext call, string subscriber, long sequence, CancellationToken cancellation) => Answer.With(
        () =>
        {
            var tenant = TablesFor(call);
            ArgumentException.ThrowIfNullOrEmpty(subscriber);
            lock (tenant)
            {
                tenant.MarkDelivered(subscriber, sequence);
            }

            return sequence;
        },
        cancellation);

    /// <summary>Every event of the call's tenant, the first one first: for a test to look at.</summary>
    public IReadOnlyList<StoredEvent> Events(CallContext call)
    {
        var tenant = TablesFor(call);
        lock (tenant)
        {
            return [.. tenant.Events];
        }
    }

    /// <summary>The audit trail of the call's tenant, the first entry first: for a test to look at.</summary>
    public IReadOnlyList<AuditRecord> Audit(CallContext call)
    {
        var tenant = TablesFor(call);
        lock (tenant)
        {
            return [.. tenant.Audit];
        }
    }

    /// <summary>The tables of the call's tenant. Whoever uses them holds their lock.</summary>
    /// <exception cref="ArgumentException">The call names no tenant.</exception>
    internal TenantTables TablesFor(CallContext call) => _tenants.GetOrAdd(Answer.TenantOf(call), _ => new());
}
