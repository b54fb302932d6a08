namespace ActivityMgmt.Domain;

// A calendar that can count without looking at each day.
internal interface ICountsWorkingDays
{
    // Null when the calendar doesn't cover the period; asking for each day then says which.
    int? WorkingDaysIn(DateInterval period);
}
