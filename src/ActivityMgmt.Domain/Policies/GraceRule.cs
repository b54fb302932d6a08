namespace ActivityMgmt.Domain;

/// <summary>How long a premium may be late (宽限期): so many days after the due date, or to the end of the due month plus whole months. Insurers differ, so there is no default.</summary>
/// <remarks>The two give other edges: due on 31 January 2026, 60 days end on 1 April, due month plus two on 31 March.</remarks>
public sealed record GraceRule
{
    private GraceRule(int? days, int? months) => (Days, Months) = (days, months);

    /// <summary>Calendar days after the due date; <see langword="null"/> when it is told in months.</summary>
    public int? Days { get; }

    /// <summary>Whole months after the due month; <see langword="null"/> when it is told in days.</summary>
    public int? Months { get; }

    /// <summary>Ends a number of calendar days after the due date; that day is still in time.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static GraceRule OfDays(int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        return new(days, null);
    }

    /// <summary>Ends on the last day of a month: the due month and so many more.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static GraceRule OfDueMonthPlus(int months)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(months);
        return new(null, months);
    }

    /// <summary>The last day on which a premium is in time, included.</summary>
    public LocalDate EndOf(LocalDate dueOn) => Months is { } months
        ? DateAdjusters.EndOfMonth(DateAdjusters.StartOfMonth(dueOn).PlusMonths(months))
        : dueOn.PlusDays(Days!.Value);

    /// <summary>The last day on which a premium asked for is in time: the source's own when it tells one, else by this rule.</summary>
    public LocalDate EndOf(PremiumDueFact due)
    {
        ArgumentNullException.ThrowIfNull(due);
        return due.GraceEndsOn ?? EndOf(due.Date);
    }
}
