using ActivityMgmt.Testing;

namespace ActivityMgmt.Domain.Tests;

/// <summary>Access as the organisation of a store's facts says; <c>boss</c> is branch manager.</summary>
internal sealed class AccessOfTheFacts(InMemoryFactStore facts) : IAccessPolicy
{
    private readonly OrganisationAccess _access = new() { Assignments = [new() { Actor = new("boss"), Role = AccessRoles.BranchManager, From = Facts.Day("2026-01-01") }] };

    public async Task<AccessScope> ScopeOfAsync(CallContext call, LocalDate on, CancellationToken cancellation) =>
        _access.ScopeOf(call, (await facts.ReadAsync(call, null, cancellation)).Organisation, on);
}
