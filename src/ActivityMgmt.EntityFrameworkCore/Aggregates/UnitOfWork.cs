namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>Aggregates with their records, events and audit entries in one transaction.</summary>
internal sealed class UnitOfWork(ActivityStorage storage) : IUnitOfWork
{
    public Task CommitAsync(CallContext call, Changes changes, CancellationToken cancellation)
    {
        var tenant = TenantKey.Of(call);
        ArgumentNullException.ThrowIfNull(changes);
        AggregateTable.RefuseTwice(changes.Aggregates.Select(a => a.Value));
        return changes.IsEmpty ? Task.CompletedTask : storage.WriteAsync(
            async (context, _) =>
            {
                await AggregateTable.PutAsync(context, tenant, changes.Aggregates, cancellation).ConfigureAwait(false);
                await Outbox.AddAsync(context, tenant, changes.Events, cancellation).ConfigureAwait(false);
                await AuditTrail.AddAsync(context, tenant, call.Actor, changes.Audit, cancellation).ConfigureAwait(false);
                return await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
            },
            cancellation);
    }
}
