namespace ActivityMgmt.Testing;

/// <summary>Does a port's work at once and answers as a port does: what goes wrong is in the task.</summary>
internal static class Answer
{
    public static Task<T> With<T>(Func<T> work, CancellationToken cancellation)
    {
        try
        {
            cancellation.ThrowIfCancellationRequested();
            return Task.FromResult(work());
        }
        catch (OperationCanceledException e) when (e.CancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(e.CancellationToken);
        }
#pragma warning disable CA1031 // Nothing is swallowed: the caller gets it from the task.
        catch (Exception e)
        {
            return Task.FromException<T>(e);
        }
#pragma warning restore CA1031
    }

    /// <summary>The tenant of a call.</summary>
    /// <exception cref="ArgumentException">The call names no tenant.</exception>
    public static TenantId TenantOf(CallContext call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return call.Tenant.Value is { Length: > 0 } ? call.Tenant : throw new ArgumentException("The call names no tenant.", nameof(call));
    }
}
