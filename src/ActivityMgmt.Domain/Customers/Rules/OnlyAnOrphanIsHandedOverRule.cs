namespace ActivityMgmt.Domain;

/// <summary>Only a policy that the leaver left behind is handed over.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Leaver">Who left.</param>
public sealed record OnlyAnOrphanIsHandedOverRule(PolicyId Policy, AgentId Leaver) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("policy.no-orphan", ("policy", Policy.Value), ("agent", Leaver.Value));
}
