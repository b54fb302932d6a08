namespace ActivityMgmt.Domain;

/// <summary>A target can only be handed over to somebody.</summary>
/// <param name="Leaver">Who leaves.</param>
/// <param name="LastDay">The leaver's last day.</param>
public sealed record SomebodyMustTakeOverRule(AgentId Leaver, LocalDate LastDay) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("goal.nobody-takes-over", ("agent", Leaver.Value), ("date", LastDay));
}
