namespace ActivityMgmt.Domain;

/// <summary>The calendars of a host with one company.</summary>
internal sealed class SameForAllTenants(IWorkCalendar work, IFiscalCalendar fiscal) : ITenantCalendars
{
    private readonly Calendars _calendars = new(work, fiscal);

    public Calendars For(TenantId tenant) => _calendars;
}
