namespace ActivityMgmt.Domain;

/// <summary>A checkpoint counts up to a day of the quarter whose goals it looks at.</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="AsOf">The day outside it.</param>
/// <param name="Period">Its first to last day, both included.</param>
public sealed record ACheckpointLiesInItsQuarterRule(Quarter Quarter, LocalDate AsOf, DateInterval Period) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("checkpoint.outside-quarter", ("date", AsOf), ("quarter", Quarter.ToString()), ("period", ReasonValue.Period(Period)));
}
