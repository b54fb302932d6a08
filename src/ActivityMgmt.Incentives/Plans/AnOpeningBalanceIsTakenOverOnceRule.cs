namespace ActivityMgmt.Incentives;

/// <summary>An agent's opening balance is taken over once; what was wrong with it is a correction in an open quarter.</summary>
/// <param name="Agent">The agent.</param>
/// <param name="CutOver">The cut-over of the balance that is there.</param>
/// <param name="By">Who took it over.</param>
public sealed record AnOpeningBalanceIsTakenOverOnceRule(AgentId Agent, LocalDate CutOver, ActorId By) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("pay.rule.opening-once", ("agent", Agent.Value), ("date", CutOver), ("by", By.Value));
}
