namespace ActivityMgmt.Kpi;

/// <summary>How long a premium may be late: so many days after the due date, or to the end of the due month plus so many months.</summary>
internal sealed record GracePeriod(int Days, int? Months)
{
    /// <summary>The last day on which a premium is in time, included.</summary>
    public LocalDate EndOf(LocalDate dueOn) => Months is { } months
        ? DateAdjusters.EndOfMonth(DateAdjusters.StartOfMonth(dueOn).PlusMonths(months))
        : dueOn.PlusDays(Days);
}
