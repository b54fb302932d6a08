namespace ActivityMgmt.Domain;

/// <summary>Who calls, and for which tenant. Every use case and port takes one.</summary>
/// <param name="Tenant">The tenant whose data the call reads and writes.</param>
/// <param name="Actor">The person or system on whose behalf the call is made; written beside every decision.</param>
public sealed record CallContext(TenantId Tenant, ActorId Actor)
{
    /// <summary>The actor of unattended work such as a nightly job.</summary>
    public static ActorId SystemActor { get; } = new("system");
}
