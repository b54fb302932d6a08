namespace ActivityMgmt.Incentives;

/// <summary>Which events end a policy's cover or bring it back.</summary>
internal static class PolicyStatus
{
    /// <summary>Whether an event says anew whether the policy is in force.</summary>
    public static bool IsChangedBy(PolicyEventKind kind) => IsEndedBy(kind) || kind == PolicyEventKind.Reinstated;

    /// <summary>Whether an event ends the cover.</summary>
    public static bool IsEndedBy(PolicyEventKind kind) =>
        kind is PolicyEventKind.CancelledInCoolingOff or PolicyEventKind.Lapsed or PolicyEventKind.Surrendered;
}
