namespace ActivityMgmt.Domain;

/// <summary>Scopes that follow from the organisation as it is known now; see <see cref="OrganisationAccess"/>.</summary>
public sealed class OrganisationAccessPolicy(IOrganisations organisations, OrganisationAccess access) : IAccessPolicy
{
    /// <inheritdoc/>
    public async Task<AccessScope> ScopeOfAsync(CallContext call, LocalDate on, CancellationToken cancellation)
    {
        Guard.Against.Null(call);
        return access.ScopeOf(call, await organisations.ReadAsync(call, asKnownAt: null, cancellation).ConfigureAwait(false), on);
    }
}
