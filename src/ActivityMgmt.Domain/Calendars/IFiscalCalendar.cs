namespace ActivityMgmt.Domain;

/// <summary>Says on which days a company's months, quarters and years begin and end. A policy: <see cref="FiscalCalendars"/> has the usual ones, a host may bring its own.</summary>
/// <remarks>
/// Promises that the rest of the library builds on: the periods of each kind follow each other without gap or overlap; a quarter is exactly its three months, a
/// half-year its two quarters, a year its four; a week has seven days. The same question always has the same answer; implementations are safe for concurrent use.
/// </remarks>
public interface IFiscalCalendar
{
    /// <summary>The period of a kind that contains a date.</summary>
    /// <param name="kind">Any kind but <see cref="PeriodKind.Custom"/>.</param>
    /// <param name="date">The date.</param>
    /// <exception cref="ArgumentOutOfRangeException">The kind is custom.</exception>
    /// <exception cref="BrokenRuleException">The calendar doesn't cover the date.</exception>
    BusinessPeriod PeriodContaining(PeriodKind kind, LocalDate date);

    /// <summary>A period by its number.</summary>
    /// <param name="kind">Any kind but <see cref="PeriodKind.Custom"/>.</param>
    /// <param name="year">The year that names it.</param>
    /// <param name="number">Its number in the year, from 1; 1 for a year.</param>
    /// <exception cref="ArgumentOutOfRangeException">The year has no such period.</exception>
    /// <exception cref="BrokenRuleException">The calendar doesn't cover the year.</exception>
    BusinessPeriod PeriodOf(PeriodKind kind, int year, int number);
}
