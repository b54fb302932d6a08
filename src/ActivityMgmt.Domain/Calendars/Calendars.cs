namespace ActivityMgmt.Domain;

/// <summary>The two calendars of a company: which days are worked, and which days its months, quarters and years are.</summary>
/// <param name="Work">Which days are worked, by everybody who isn't on leave or works on fewer weekdays.</param>
/// <param name="Fiscal">On which days months, quarters and years begin and end.</param>
public sealed record Calendars(IWorkCalendar Work, IFiscalCalendar Fiscal)
{
    /// <summary>Monday to Friday without holidays, and civil months: what a host has that names no calendars.</summary>
    public static Calendars Default { get; } = new(WorkCalendars.MondayToFriday, FiscalCalendars.Gregorian);
}
