namespace ActivityMgmt.Domain;

/// <summary>An event with its place in the tenant's history.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Sequence">From 1, in the order of the commits.</param>
/// <param name="Event">What happened.</param>
public sealed record StoredEvent(TenantId Tenant, long Sequence, DomainEvent Event)
{
    /// <summary>The same for every delivery of the event, so that a receiver can leave out what it knows: <c>tenant/sequence</c>.</summary>
    public string Id => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Tenant}/{Sequence}");
}
