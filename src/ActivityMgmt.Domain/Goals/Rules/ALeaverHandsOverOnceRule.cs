namespace ActivityMgmt.Domain;

/// <summary>A leaver's targets are handed over once; another last day afterwards is settled by adjusting the goals concerned.</summary>
/// <param name="Leaver">Who leaves.</param>
/// <param name="Booked">The last day for which the targets were handed over.</param>
/// <param name="LastDay">The last day as it is known now.</param>
public sealed record ALeaverHandsOverOnceRule(AgentId Leaver, LocalDate Booked, LocalDate LastDay) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of(
        "goal.handed-over-before",
        ("agent", Leaver.Value),
        ("booked", Booked),
        ("date", LastDay));
}
