namespace ActivityMgmt.Domain;

/// <summary>Counting forward in working days.</summary>
internal static class WorkingDayCounting
{
    /// <summary>The nth working day after a date; for 0 the date itself when it is worked, else the next working day.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A whole year has no working day, or the calendar has no data.</exception>
    public static LocalDate PlusWorkingDays(this IWorkCalendar calendar, LocalDate date, int days)
    {
        var left = days;
        for (var offset = days == 0 ? 0 : 1; offset <= 366 + (days * 8); offset++)
        {
            var candidate = date.PlusDays(offset);
            if (calendar.IsWorkingDay(candidate) && --left <= 0)
            {
                return candidate;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(days), days, $"No working day was found after {date}.");
    }
}
