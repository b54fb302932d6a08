namespace ActivityMgmt.Domain;

/// <summary>A hand-over is decided by a named person, never by the system.</summary>
/// <param name="Leaver">Whose policies they were.</param>
public sealed record ANamedPersonHandsPoliciesOverRule(AgentId Leaver) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("policy.handover-no-person", ("agent", Leaver.Value));
}
