namespace ActivityMgmt.Domain;

/// <summary>Targets are handed over when an agent has left, or is known to leave.</summary>
/// <param name="Agent">The agent without a last day.</param>
/// <param name="On">The day of the hand-over.</param>
public sealed record OnlyALeaverHandsOverRule(AgentId Agent, LocalDate On) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("goal.not-a-leaver", ("agent", Agent.Value), ("date", On));
}
