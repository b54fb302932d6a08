namespace ActivityMgmt.Domain;

/// <summary>Orphan policies are handed to somebody.</summary>
/// <param name="Leaver">Who serviced them.</param>
/// <param name="Policies">How many there are.</param>
public sealed record SomebodyMustTakeOrphansRule(AgentId Leaver, int Policies) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("policy.no-taker", ("agent", Leaver.Value), ("policies", Policies));
}
