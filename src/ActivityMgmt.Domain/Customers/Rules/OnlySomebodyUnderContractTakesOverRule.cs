namespace ActivityMgmt.Domain;

/// <summary>Who takes a policy over is under contract on the first day.</summary>
/// <param name="Taker">Who was to take it.</param>
/// <param name="From">The first day.</param>
public sealed record OnlySomebodyUnderContractTakesOverRule(AgentId Taker, LocalDate From) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("policy.taker-not-there", ("agent", Taker.Value), ("date", From));
}
