namespace ActivityMgmt.Domain;

/// <summary>How the thirteen weeks of a quarter are shared out over its three months.</summary>
public enum MonthsInWeeks
{
    /// <summary>4, 4 and 5 weeks.</summary>
    FourFourFive,

    /// <summary>4, 5 and 4 weeks.</summary>
    FourFiveFour,

    /// <summary>5, 4 and 4 weeks.</summary>
    FiveFourFour,
}

/// <summary>Which of a weekday's dates closes a year of whole weeks.</summary>
public enum YearClosing
{
    /// <summary>The weekday's last date in the closing month.</summary>
    LastInTheMonth,

    /// <summary>The weekday's date nearest to the closing month's last day, at most three days before or after it.</summary>
    NearestToTheMonthsEnd,
}

/// <summary>What a calendar of whole weeks is made of; see <see cref="FiscalCalendars.FourFourFive"/>.</summary>
public sealed record FourFourFiveOptions
{
    /// <summary>How weeks make months. <value>Default: 4, 4 and 5.</value></summary>
    public MonthsInWeeks Months { get; init; } = MonthsInWeeks.FourFourFive;

    /// <summary>The civil month with which a year closes, 1 to 12. <value>Default: 12.</value></summary>
    public int ClosingMonth { get; init; } = 12;

    /// <summary>The weekday on which a year, and so every week, ends. <value>Default: Sunday, so that weeks begin on Monday.</value></summary>
    public IsoDayOfWeek ClosingDay { get; init; } = IsoDayOfWeek.Sunday;

    /// <summary>Which date of that weekday closes the year. <value>Default: the last one in the month.</value></summary>
    public YearClosing Closing { get; init; } = YearClosing.LastInTheMonth;

    /// <summary>What a year is called that closes in another month than December. <value>Default: the civil year of the closing month.</value></summary>
    public FiscalYearName Named { get; init; } = FiscalYearName.YearItEnds;
}
