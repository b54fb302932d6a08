namespace ActivityMgmt.Domain;

/// <summary>An orphan is handed over once; who services it later is a change of its own.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Taker">Who has it.</param>
/// <param name="From">From when on.</param>
public sealed record AnOrphanIsHandedOverOnceRule(PolicyId Policy, AgentId Taker, LocalDate From) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("policy.handed-over", ("policy", Policy.Value), ("agent", Taker.Value), ("date", From));
}
