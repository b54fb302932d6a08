using Microsoft.EntityFrameworkCore;

namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>The audit trail in the table <c>audit_records</c>; triggers keep it append-only.</summary>
internal sealed class AuditTrail(ActivityStorage storage) : IAuditTrail
{
    public Task AppendAsync(CallContext call, IReadOnlyCollection<AuditEntry> entries, CancellationToken cancellation)
    {
        var tenant = TenantKey.Of(call);
        ArgumentNullException.ThrowIfNull(entries);
        return storage.WriteAsync(
            async (context, _) =>
            {
                await AddAsync(context, tenant, call.Actor, entries, cancellation).ConfigureAwait(false);
                return await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
            },
            cancellation);
    }

    /// <summary>Adds entries to a context that holds the write lock, so that nobody else takes the next sequence.</summary>
    public static async Task AddAsync(ActivityContext context, string tenant, ActorId actor, IReadOnlyCollection<AuditEntry> entries, CancellationToken cancellation)
    {
        if (entries.Count == 0)
        {
            return;
        }

        var last = await context.Set<AuditRecord>().Where(r => EF.Property<string>(r, RecordModel.Tenant) == tenant)
            .OrderByDescending(r => r.Key).Select(r => r.Sequence).FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
        foreach (var entry in entries)
        {
            var row = context.Entry(AuditRecord.Of(entry, actor, ++last));
            row.Property(RecordModel.Tenant).CurrentValue = tenant;
            row.State = EntityState.Added;
        }
    }
}
