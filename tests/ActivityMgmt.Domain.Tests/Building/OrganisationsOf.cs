namespace ActivityMgmt.Domain.Tests;

/// <summary>The organisation that a store's facts tell.</summary>
internal sealed class OrganisationsOf(IFactStore facts) : IOrganisations
{
    public async Task<Organisation> ReadAsync(CallContext call, long? asKnownAt, CancellationToken cancellation) =>
        (await facts.ReadAsync(call, asKnownAt, cancellation)).Organisation;
}
