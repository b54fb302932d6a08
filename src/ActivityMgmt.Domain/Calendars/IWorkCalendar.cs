namespace ActivityMgmt.Domain;

/// <summary>Which days are worked.</summary>
/// <remarks>A policy: <see cref="WorkCalendars"/> has the usual ones, a host may bring its own. The same question always has the same answer; implementations are safe for concurrent use.</remarks>
public interface IWorkCalendar
{
    /// <summary>Whether a day is a working day.</summary>
    /// <exception cref="BrokenRuleException">The calendar has no data for the day.</exception>
    bool IsWorkingDay(LocalDate date);

    /// <summary>How many working days a period has, both ends included. The ready-made calendars answer without walking through the days.</summary>
    /// <remarks>An implementation that overrides it gives the number of days for which <see cref="IsWorkingDay"/> is true.</remarks>
    /// <exception cref="BrokenRuleException">The calendar has no data for a day of the period.</exception>
    int WorkingDaysIn(DateInterval period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return period.Count(IsWorkingDay);
    }
}
