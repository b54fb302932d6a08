namespace ActivityMgmt.Kpi.Benchmarks;

/// <summary>The nine figures behind the twelve KPIs (six counts, premium, customers contacted, active days; three ratios of them), for each agent in 12 months and 4 quarters.</summary>
internal sealed class Figures(int agents)
{
    public const int Periods = 16;
    public const int Counted = 6;
    public const int AtLeastOnADay = 2;

    public static (int FirstDay, int LastDay)[] Days { get; } = [.. Enumerable.Range(1, 12).Select(m => Of(m, 1)), .. Enumerable.Range(0, 4).Select(q => Of((q * 3) + 1, 3))];

    public int[][] Counts { get; } = [.. Enumerable.Range(0, Counted).Select(_ => new int[agents * Periods])];

    public long[] Premium { get; } = new long[agents * Periods];

    public int[] Customers { get; } = new int[agents * Periods];

    public int[] ActiveDays { get; } = new int[agents * Periods];

    private static (int, int) Of(int month, int months)
    {
        var first = new LocalDate(2026, month, 1);
        return (DayOf(first), DayOf(first.PlusMonths(months)) - 1);
    }

    private static int DayOf(LocalDate date) => Period.DaysBetween(new LocalDate(1970, 1, 1), date);
}
