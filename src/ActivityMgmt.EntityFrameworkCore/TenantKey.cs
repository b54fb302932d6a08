namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>The tenant of a call as the tables spell it. Every statement of this package is bound to one.</summary>
internal static class TenantKey
{
    /// <exception cref="ArgumentException">The call names no tenant.</exception>
    public static string Of(CallContext call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return call.Tenant.Value is { Length: > 0 } tenant ? tenant : throw new ArgumentException("The call names no tenant.", nameof(call));
    }
}
