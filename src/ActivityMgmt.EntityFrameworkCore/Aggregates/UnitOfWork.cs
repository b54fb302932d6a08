namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>Aggregates with their records, events and audit entries in one transaction.</summary>
internal sealed class UnitOfWork(ActivityStorage storage) : IUnitOfWork
{
    public Task CommitAsync(CallContext call, Changes changes, CancellationToken cancellation)
    {
        var tenant = TenantKey.Of(call);
        ArgumentNullException.ThrowIfNull(changes);
        return changes.IsEmpty
            ? Task.CompletedTask
            : storage.WriteAsync((context, _) => PutAsync(context, tenant, call.Actor, changes, cancellation), cancellation);
    }

    /// <summary>Writes changes to a context that holds the write lock.</summary>
    public static async Task<int> PutAsync(ActivityContext context, string tenant, ActorId actor, Changes changes, CancellationToken cancellation)
    {
        AggregateTable.RefuseTwice(changes.Aggregates.Select(a => a.Value));
        await AggregateTable.PutAsync(context, tenant, changes.Aggregates, cancellation).ConfigureAwait(false);
        await Outbox.AddAsync(context, tenant, changes.Events, cancellation).ConfigureAwait(false);
        await AuditTrail.AddAsync(context, tenant, actor, changes.Audit, cancellation).ConfigureAwait(false);
        return await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
    }
}
