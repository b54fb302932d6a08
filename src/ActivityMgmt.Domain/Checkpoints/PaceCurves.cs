namespace ActivityMgmt.Domain;

/// <summary>How much of a period's target is expected to be there by the end of a day, as an exact ratio from 0 to 1.</summary>
/// <param name="date">The day, included. Before the period the answer is 0, after it 1.</param>
/// <param name="period">The period, both ends included.</param>
public delegate Quantity PaceCurve(LocalDate date, DateInterval period);

/// <summary>Ready-made pace curves.</summary>
public static class PaceCurves
{
    /// <summary>Every calendar day counts the same.</summary>
    public static PaceCurve Even { get; } = (date, period) => Share(date, period, p => p.Length);

    /// <summary>Every working day of a calendar counts the same; in a period without any, every calendar day does.</summary>
    public static PaceCurve WorkingDays(IWorkCalendar calendar) => (date, period) =>
        calendar.WorkingDaysIn(period) == 0 ? Even(date, period) : Share(date, period, calendar.WorkingDaysIn);

    /// <summary>The whole target is expected from the first day on.</summary>
    public static PaceCurve Whole { get; } = (date, period) => Quantity.Ratio(date < period.Start ? 0m : 1m, 1m);

    private static Quantity Share(LocalDate date, DateInterval period, Func<DateInterval, int> days) =>
        date < period.Start ? Quantity.Ratio(0m, 1m)
        : date >= period.End ? Quantity.Ratio(1m, 1m)
        : Quantity.Ratio(days(new(period.Start, date)), days(period));
}
