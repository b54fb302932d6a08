using NodaTime;

namespace BranchQuarter.DataGenerator;

/// <summary>Mainland China's working days from 2025 to the last delivery: Monday to Friday, without public holidays, with make-up days.</summary>
internal static class WorkingDays
{
    private static readonly DateInterval[] Holidays =
    [
        new(new(2025, 1, 1), new(2025, 1, 1)),
        new(new(2025, 1, 28), new(2025, 2, 4)),
        new(new(2025, 4, 4), new(2025, 4, 6)),
        new(new(2025, 5, 1), new(2025, 5, 5)),
        new(new(2025, 5, 31), new(2025, 6, 2)),
        new(new(2025, 10, 1), new(2025, 10, 8)),
        new(new(2026, 1, 1), new(2026, 1, 3)),
        new(new(2026, 2, 15), new(2026, 2, 23)),
        new(new(2026, 4, 4), new(2026, 4, 6)),
        new(new(2026, 5, 1), new(2026, 5, 5)),
        new(new(2026, 6, 19), new(2026, 6, 21)),
        new(new(2026, 9, 25), new(2026, 9, 27)),
        new(new(2026, 10, 1), new(2026, 10, 7)),
    ];

    private static readonly HashSet<LocalDate> MakeUpDays =
    [
        new(2026, 1, 4), new(2026, 2, 14), new(2026, 2, 28), new(2026, 5, 9), new(2026, 9, 20),
    ];

    public static bool IsHoliday(LocalDate day) => Holidays.Any(h => h.Contains(day));

    public static bool Includes(LocalDate day) =>
        MakeUpDays.Contains(day) || (day.DayOfWeek <= IsoDayOfWeek.Friday && !IsHoliday(day));

    public static IEnumerable<LocalDate> Between(LocalDate first, LocalDate last)
    {
        for (LocalDate day = first; day <= last; day = day.PlusDays(1))
        {
            if (Includes(day))
            {
                yield return day;
            }
        }
    }

    public static LocalDate OnOrAfter(LocalDate day)
    {
        while (!Includes(day))
        {
            day = day.PlusDays(1);
        }

        return day;
    }

    /// <summary>Adds working days; adding none to a day off moves to the next working day.</summary>
    public static LocalDate Plus(LocalDate day, int workingDays)
    {
        LocalDate result = OnOrAfter(day);
        for (int left = workingDays; left > 0; left--)
        {
            result = OnOrAfter(result.PlusDays(1));
        }

        return result;
    }
}
