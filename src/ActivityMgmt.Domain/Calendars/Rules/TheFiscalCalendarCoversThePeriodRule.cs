namespace ActivityMgmt.Domain;

/// <summary>What is done about a day or a period needs a fiscal calendar that has it; a listed calendar has the years of its list only.</summary>
/// <param name="Covers">The days that the calendar covers, first to last, both included.</param>
/// <param name="Asked">What was asked for and isn't among them: an ISO date, or a fiscal year such as <c>2031</c>.</param>
public sealed record TheFiscalCalendarCoversThePeriodRule(DateInterval Covers, string Asked) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("calendar.period-not-covered", ("covers", ReasonValue.Period(Covers)), ("asked", Asked));
}
