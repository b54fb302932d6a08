namespace ActivityMgmt.Incentives.Tests;

/// <summary>Quarters of the civil calendar, which tests use unless they say otherwise.</summary>
internal static class CivilQuarters
{
    extension(Quarter quarter)
    {
        /// <summary>The civil quarter that holds a date.</summary>
        public static Quarter Containing(LocalDate date) => FiscalCalendars.Gregorian.QuarterOf(date);
    }
}
