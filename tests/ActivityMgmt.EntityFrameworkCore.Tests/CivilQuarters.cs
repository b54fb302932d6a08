namespace ActivityMgmt.EntityFrameworkCore.Tests;

/// <summary>Quarters of the civil calendar, which tests use unless they say otherwise.</summary>
internal static class CivilQuarters
{
    extension(Quarter quarter)
    {
        /// <summary>First to last day in the civil calendar.</summary>
        public DateInterval Interval => FiscalCalendars.Gregorian.IntervalOf(quarter);

        /// <summary>Its three civil months.</summary>
        public IReadOnlyList<DateInterval> Months => FiscalCalendars.Gregorian.MonthsOf(quarter);
    }
}
