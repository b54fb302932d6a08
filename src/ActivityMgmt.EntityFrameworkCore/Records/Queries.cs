using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;

namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>Flat records of one kind, filtered by tenant and scope in SQL.</summary>
internal sealed class Queries<T>(ActivityStorage storage) : IQueries<T>
    where T : class, IQueryRecord
{
    public async Task<IReadOnlyList<T>> ListAsync(CallContext call, AccessScope scope, Specification<T> specification, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(specification);
        return await RunAsync(call, scope, records => specification.Apply(records).ToListAsync(cancellation), [], cancellation).ConfigureAwait(false);
    }

    public Task<T?> FirstOrDefaultAsync(CallContext call, AccessScope scope, Specification<T> specification, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(specification);
        return RunAsync(call, scope, records => specification.Apply(records).FirstOrDefaultAsync(cancellation), null, cancellation);
    }

    public async Task<T?> SingleOrDefaultAsync(CallContext call, AccessScope scope, SingleResultSpecification<T> specification, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(specification);
        return specification.Evaluate(await ListAsync(call, scope, specification.Specification.Page(0, 2), cancellation).ConfigureAwait(false));
    }

    public Task<int> CountAsync(CallContext call, AccessScope scope, Specification<T> specification, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(specification);
        return RunAsync(call, scope, records => specification.Filter(records).CountAsync(cancellation), 0, cancellation);
    }

    private Task<TResult> RunAsync<TResult>(
        CallContext call, AccessScope scope, Func<IQueryable<T>, Task<TResult>> query, TResult nothing, CancellationToken cancellation)
    {
        var tenant = TenantKey.Of(call);
        ArgumentNullException.ThrowIfNull(scope);
        scope.MustBeOf(call);
        AccessStretch[] stretches = [.. scope.StretchesFor(AccessAction.See, T.Data)];
        return stretches.Length == 0 ? Task.FromResult(nothing) : storage.ReadAsync(context => TranslatedAsync(query, Within(context, tenant, stretches)), cancellation);
    }

    private static async Task<TResult> TranslatedAsync<TResult>(Func<IQueryable<T>, Task<TResult>> query, IQueryable<T> records)
    {
        try
        {
            return await query(records).ConfigureAwait(false);
        }
        catch (InvalidOperationException e) when (e.GetType() == typeof(InvalidOperationException))
        {
            throw new SpecificationException(Reason.Of("storage.untranslatable", ("record", typeof(T).Name), ("message", e.Message)), e);
        }
    }

    private static IQueryable<T> Within(ActivityContext context, string tenant, AccessStretch[] stretches)
    {
        if (stretches.Contains(AccessStretch.Everything))
        {
            return context.Set<T>().AsNoTracking().Where(r => EF.Property<string>(r, RecordModel.Tenant) == tenant);
        }

        var table = context.Model.FindEntityType(typeof(T))!.GetTableName();
        // The stretches lead, so that each is looked up by the index on subject and first day. Those without a subject are few.
        var sql =
            $$"""
            SELECT * FROM {{table}} AS r
            WHERE r.tenant = {0} AND (
                r.key IN (
                    SELECT x.key FROM json_each({1}) AS s CROSS JOIN {{table}} AS x
                    WHERE x.tenant = {0} AND x.subject = s.value ->> 0 AND x.first_day <= s.value ->> 2 AND x.last_day >= s.value ->> 1)
                OR EXISTS (SELECT 1 FROM json_each({2}) AS s WHERE r.first_day <= s.value ->> 2 AND r.last_day >= s.value ->> 1))
            """;
        return context.Set<T>().FromSqlRaw(sql, tenant, Json(stretches.Where(s => s.Subject is not null)), Json(stretches.Where(s => s.Subject is null))).AsNoTracking();
    }

    // [subject, first day, last day]; open ends are the first and last day that four digits can say, as all days of records can.
    private static string Json(IEnumerable<AccessStretch> stretches) => JsonSerializer.Serialize(stretches.Select(s => new[]
    {
        s.Subject?.ToString() ?? "",
        s.From is { } from ? LocalDatePattern.Iso.Format(from) : "0000-01-01",
        s.Until is { } until ? LocalDatePattern.Iso.Format(until) : "9999-12-31",
    }));
}
