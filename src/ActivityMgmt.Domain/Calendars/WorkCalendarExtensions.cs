namespace ActivityMgmt.Domain;

/// <summary>Deadlines in working days.</summary>
public static class WorkCalendarExtensions
{
    // Far more than any leave: who never works has no next working day.
    private const int LongestRest = 3660;

    /// <summary>The first working day after a date; never the date itself.</summary>
    /// <exception cref="BrokenRuleException">The calendar has no data for a day that has to be looked at.</exception>
    /// <exception cref="InvalidOperationException">None of the next ten years' days is worked.</exception>
    public static LocalDate NextWorkingDay(this IWorkCalendar calendar, LocalDate date) => Step(calendar, date, 1);

    /// <summary>The date itself when it is worked, else the first working day after it: a deadline that falls on a day of rest moves on.</summary>
    /// <exception cref="BrokenRuleException">The calendar has no data for a day that has to be looked at.</exception>
    /// <exception cref="InvalidOperationException">None of the next ten years' days is worked.</exception>
    public static LocalDate WorkingDayOnOrAfter(this IWorkCalendar calendar, LocalDate date) => Step(calendar, date.PlusDays(-1), 1);

    /// <summary>
    /// The <paramref name="workingDays"/>-th working day after a date, or before it when the number is negative. The date itself isn't counted, so 1 is the same as
    /// <see cref="NextWorkingDay"/>; 0 is the date itself, worked or not.
    /// </summary>
    /// <exception cref="BrokenRuleException">The calendar has no data for a day that has to be looked at.</exception>
    /// <exception cref="InvalidOperationException">The calendar has no working day in ten years.</exception>
    public static LocalDate AddWorkingDays(this IWorkCalendar calendar, LocalDate date, int workingDays)
    {
        for (var left = workingDays; left != 0; left -= Math.Sign(workingDays))
        {
            date = Step(calendar, date, Math.Sign(workingDays));
        }

        return date;
    }

    private static LocalDate Step(IWorkCalendar calendar, LocalDate date, int days)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        for (var looked = 0; looked < LongestRest; looked++)
        {
            date = date.PlusDays(days);
            if (calendar.IsWorkingDay(date))
            {
                return date;
            }
        }

        throw new InvalidOperationException($"The work calendar has no working day in the ten years up to {date}.");
    }
}
