using Microsoft.EntityFrameworkCore;

namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>Names in the table <c>people</c>, apart from the facts.</summary>
internal sealed class PeopleDirectory(ActivityStorage storage) : IPeopleDirectory
{
    public Task<IReadOnlyDictionary<string, string>> NamesAsync(CallContext call, FactKind kind, CancellationToken cancellation)
    {
        var tenant = TenantKey.Of(call);
        var code = FactKindCode.Of(kind);
        return storage.ReadAsync<IReadOnlyDictionary<string, string>>(
            async context => await context.People.AsNoTracking()
                .Where(p => p.Tenant == tenant && p.Kind == code)
                .ToDictionaryAsync(p => p.Id, p => p.Name, StringComparer.Ordinal, cancellation).ConfigureAwait(false),
            cancellation);
    }
}
