namespace ActivityMgmt.Domain;

/// <summary>A promotion leads to a higher rank, a demotion to a lower one.</summary>
/// <param name="Agent">Whom it concerns.</param>
/// <param name="From">The rank before.</param>
/// <param name="To">The rank that was asked for.</param>
/// <param name="Date">The day.</param>
public sealed record APromotionLeadsUpAndADemotionDownRule(AgentId Agent, string From, string To, LocalDate Date) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("personnel.wrong-way", ("agent", Agent.Value), ("from", From), ("to", To), ("date", Date));
}
