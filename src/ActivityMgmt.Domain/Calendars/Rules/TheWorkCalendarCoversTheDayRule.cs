namespace ActivityMgmt.Domain;

/// <summary>What is done about a day needs a work calendar that has data for it; a holiday notice covers its own year only.</summary>
/// <param name="Covers">The days that the calendar covers, first to last, both included.</param>
/// <param name="Date">The first day that was asked for and isn't among them.</param>
public sealed record TheWorkCalendarCoversTheDayRule(DateInterval Covers, LocalDate Date) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("calendar.day-not-covered", ("covers", ReasonValue.Period(Covers)), ("date", Date));
}
