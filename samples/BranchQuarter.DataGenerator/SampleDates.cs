using NodaTime;

namespace BranchQuarter.DataGenerator;

/// <summary>The dates on which the sample rests; every interval includes both ends.</summary>
internal static class SampleDates
{
    /// <summary>Leads are simulated from here, so that January has something to close; activities are exported from <see cref="HistoryStart"/>.</summary>
    public static readonly LocalDate WarmUpStart = new(2025, 12, 1);

    public static readonly LocalDate HistoryStart = new(2026, 1, 1);
    public static readonly LocalDate HistoryEnd = new(2026, 6, 30);
    public static readonly LocalDate QuarterStart = new(2026, 7, 1);
    public static readonly LocalDate QuarterEnd = new(2026, 9, 30);

    /// <summary>Policies issued from here to <see cref="CohortEnd"/> have their 13-month persistency decided in the quarter.</summary>
    public static readonly LocalDate CohortStart = new(2025, 5, 1);

    public static readonly LocalDate CohortEnd = new(2025, 7, 31);

    /// <summary>The last delivery; what is dated later was never known.</summary>
    public static readonly LocalDate LastDelivery = new(2026, 10, 8);

    public const int GraceInDays = 60;

    public const int CoolingOffInDays = 15;

    public static LocalDate Earlier(LocalDate a, LocalDate b) => a < b ? a : b;

    public static LocalDate Later(LocalDate a, LocalDate b) => a > b ? a : b;
}
