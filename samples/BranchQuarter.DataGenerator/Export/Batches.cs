using NodaTime;

namespace BranchQuarter.DataGenerator;

/// <summary>The CRM's deliveries: the history, each Sunday of the quarter, its last day, and the late one before the closing.</summary>
internal static class Batches
{
    public static readonly IReadOnlyList<LocalDate> All =
    [
        SampleDates.HistoryEnd,
        .. Enumerable.Range(0, 13).Select(week => new LocalDate(2026, 7, 5).PlusWeeks(week)),
        SampleDates.QuarterEnd,
        SampleDates.LastDelivery,
    ];

    /// <summary>The first delivery on or after the day; the last one for what lies behind it, which <see cref="Branch"/> drops.</summary>
    public static LocalDate For(LocalDate day) => All.FirstOrDefault(batch => batch >= day, SampleDates.LastDelivery);

    /// <summary>The delivery so many after the given one.</summary>
    public static LocalDate After(LocalDate batch, int deliveries) => All[Math.Min(All.ToList().IndexOf(batch) + deliveries, All.Count - 1)];
}
