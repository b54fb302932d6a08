namespace ActivityMgmt.Domain;

/// <summary>Only an agent who is under contract on the last day leaves.</summary>
/// <param name="Agent">Whom it concerns.</param>
/// <param name="LastDay">The last day.</param>
public sealed record OnlyAnAgentUnderContractLeavesRule(AgentId Agent, LocalDate LastDay) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("personnel.no-contract", ("agent", Agent.Value), ("date", LastDay));
}
