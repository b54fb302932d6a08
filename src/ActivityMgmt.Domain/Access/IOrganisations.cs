namespace ActivityMgmt.Domain;

/// <summary>Reads the organisation without the rest of the facts. Filled from <see cref="IFactStore"/> unless the storage has a faster way.</summary>
public interface IOrganisations
{
    /// <summary>The organisation as known at a commit sequence, included; as known now when it is <see langword="null"/>.</summary>
    Task<Organisation> ReadAsync(CallContext call, long? asKnownAt, CancellationToken cancellation);
}
