namespace ActivityMgmt.Domain;

/// <summary>Only an agent returns who had a contract and has none on the day.</summary>
/// <param name="Agent">Whom it concerns.</param>
/// <param name="Date">The day.</param>
public sealed record OnlyAFormerAgentReturnsRule(AgentId Agent, LocalDate Date) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("personnel.not-a-former-agent", ("agent", Agent.Value), ("date", Date));
}
