namespace ActivityMgmt.Domain;

/// <summary>Who may see and decide what. Default deny: an actor whom the policy doesn't know gets a scope without grants.</summary>
public interface IAccessPolicy
{
    /// <summary>The scope of a call's actor.</summary>
    /// <param name="call">Tenant and actor; the host has authenticated the actor.</param>
    /// <param name="on">The day whose roles count.</param>
    /// <param name="cancellation">Stops the call.</param>
    Task<AccessScope> ScopeOfAsync(CallContext call, LocalDate on, CancellationToken cancellation);
}
