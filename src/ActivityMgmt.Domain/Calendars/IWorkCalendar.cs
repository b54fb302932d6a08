namespace ActivityMgmt.Domain;

/// <summary>Which days are worked.</summary>
public interface IWorkCalendar
{
    /// <summary>Whether a day is a working day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The calendar has no data for the day.</exception>
    bool IsWorkingDay(LocalDate date);
}

/// <summary>Counting with a calendar.</summary>
public static class WorkCalendarExtensions
{
    /// <summary>How many working days a period has, both ends included.</summary>
    public static int WorkingDaysIn(this IWorkCalendar calendar, DateInterval period)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(period);
        if (calendar is ICountsWorkingDays counting && counting.WorkingDaysIn(period) is { } counted)
        {
            return counted;
        }

        var days = 0;
        foreach (var date in period)
        {
            days += calendar.IsWorkingDay(date) ? 1 : 0;
        }

        return days;
    }
}
