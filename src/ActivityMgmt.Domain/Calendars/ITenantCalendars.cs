namespace ActivityMgmt.Domain;

/// <summary>Says which calendars a tenant keeps. A host with one company names its calendars once; a host with several brings an implementation.</summary>
/// <remarks>
/// Asked once in every call of a use case. A tenant's fiscal calendar stays the same while anything of a year is open; goals that were opened keep their days.
/// Implementations are safe for concurrent use, answer from memory, and throw for a tenant that they don't know: another company's quarter is worse than none.
/// </remarks>
public interface ITenantCalendars
{
    /// <summary>The calendars of a tenant.</summary>
    /// <exception cref="KeyNotFoundException">The tenant is not known.</exception>
    Calendars For(TenantId tenant);
}
