namespace ActivityMgmt.Domain;

/// <summary>A quarter closes on its last day or later.</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="On">The day that is too early.</param>
/// <param name="End">Its last day.</param>
public sealed record AQuarterClosesOnItsLastDayRule(Quarter Quarter, LocalDate On, LocalDate End) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("evaluation.quarter-still-running", ("quarter", Quarter.ToString()), ("date", On), ("end", End));
}
