using NodaTime;

namespace BranchQuarter.DataGenerator;

/// <summary>When the branch works its leads. A lead needs about three weeks to a signature, so January's strong opening begins in December.</summary>
internal static class Seasonality
{
    /// <summary>Leads taken up on a day, in per mille of the usual number.</summary>
    public static int On(LocalDate day) => (day.Year, day.Month, day.Day) switch
    {
        (2025, 12, _) => 1450,
        (_, 1, _) => 1300,
        (_, 2, _) => 850,
        (_, 3, _) => 1000,
        (_, 4, _) => 950,
        (_, 5, _) => 1000,
        (_, 6, _) => 1000,
        (_, 7, _) => 880,
        (_, 8, >= 15) => 1000,
        (_, 8, _) => 900,
        (_, 9, <= 15) => 1020,
        _ => 850,
    };

    /// <summary>At the end of the quarter everyone hurries: steps follow at most this many working days after each other.</summary>
    public static int LongestGap(LocalDate day) => day >= new LocalDate(2026, 9, 10) ? 4 : day.Year == 2026 && day.Month == 1 ? 5 : int.MaxValue;
}
