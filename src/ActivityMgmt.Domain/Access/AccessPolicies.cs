namespace ActivityMgmt.Domain;

/// <summary>Ready-made access policies.</summary>
public static class AccessPolicies
{
    /// <summary>The system actor may everything, nobody else anything; for hosts whose every call is unattended. The policy in force until a host uses another.</summary>
    public static IAccessPolicy System { get; } = new Fixed(call => call.Actor == CallContext.SystemActor);

    /// <summary>Everybody may everything; for hosts that check every call themselves before they make it. The agent behind an actor is the one of the same id.</summary>
    public static IAccessPolicy CheckedByHost { get; } = new Fixed(_ => true);

    private sealed class Fixed(Func<CallContext, bool> mayEverything) : IAccessPolicy
    {
        public Task<AccessScope> ScopeOfAsync(CallContext call, LocalDate on, CancellationToken cancellation)
        {
            Guard.Against.Null(call);
            return Task.FromResult(mayEverything(call) ? AccessScope.Everything(call) with { Agent = new AgentId(call.Actor.Value) } : AccessScope.Nothing(call));
        }
    }
}
