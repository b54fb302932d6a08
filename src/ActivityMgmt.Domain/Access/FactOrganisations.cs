namespace ActivityMgmt.Domain;

/// <summary>The organisation from all facts.</summary>
internal sealed class FactOrganisations(IFactStore facts) : IOrganisations
{
    public async Task<Organisation> ReadAsync(CallContext call, long? asKnownAt, CancellationToken cancellation) =>
        (await facts.ReadAsync(call, asKnownAt, cancellation).ConfigureAwait(false)).Organisation;
}
