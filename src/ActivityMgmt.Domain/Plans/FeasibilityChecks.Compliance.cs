using NodaTime.Text;

namespace ActivityMgmt.Domain;

/// <content>Checks of what is allowed.</content>
public static partial class FeasibilityChecks
{
    private static LocalTimePattern HourAndMinute { get; } = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>Calls that begin in the customer's night or run into it; one that ends when it begins is well. The zone is the customer's; where it is unknown, every plausible zone must be well, and without plausible zones the missing zone is the finding.</summary>
    public static IEnumerable<Finding> QuietHours(FeasibleWeek week, FeasibilityPolicies policies)
    {
        Guard.Against.Null(policies);
        foreach (var call in Guard.Against.Null(week).Plan.Activities)
        {
            if (call.Customer is not { } customer || !(policies.Calls.Contains(call.Activity) || (call.Channel is { } channel && policies.QuietChannels.Contains(channel))))
            {
                continue;
            }

            var zones = ZonesOf(week.CustomerOf(call), policies);
            if (zones.Length == 0)
            {
                yield return new(Severity.Warn, Reason.Of("plan.zone-unknown", ("activity", call.Id.Value), ("customer", customer.Value)));
            }
            else if (zones.Select(z => QuietMoment(call, z, policies)).FirstOrDefault(t => t is not null) is { } quiet)
            {
                yield return new(policies.QuietHoursSeverity, Reason.Of(
                    "plan.quiet-hours",
                    ("activity", call.Id.Value),
                    ("customer", customer.Value),
                    ("time", HourAndMinute.Format(quiet.TimeOfDay)),
                    ("zone", quiet.Zone.Id),
                    ("from", HourAndMinute.Format(policies.QuietFrom)),
                    ("to", HourAndMinute.Format(policies.QuietTo))));
            }
        }
    }

    /// <summary>Contacts for selling after a refusal (<see cref="ContactRefusal.InForce"/> decides). An unknown customer is a finding, never a pass.</summary>
    public static IEnumerable<Finding> DoNotContact(FeasibleWeek week, FeasibilityPolicies policies)
    {
        Guard.Against.Null(policies);
        foreach (var contact in Guard.Against.Null(week).Plan.Activities)
        {
            if (contact.Customer is not { } id || !policies.Selling.Contains(contact.Activity))
            {
                continue;
            }

            var date = week.Plan.DateOf(contact);
            if (week.CustomerOf(contact) is null)
            {
                yield return new(Severity.Warn, Reason.Of("plan.customer-unknown", ("activity", contact.Id.Value), ("customer", id.Value)));
            }
            else if (ContactRefusal.InForce(week.Facts, id, date, policies.RefusalMonths, contact.StartsAt) is { } refusal)
            {
                yield return new(Severity.Block, refusal.IsConsentWithdrawn
                    ? Reason.Of("plan.no-consent", ("activity", contact.Id.Value), ("customer", id.Value), ("withdrawn", refusal.RefusedOn), ("date", date))
                    : Reason.Of("plan.do-not-contact", ("activity", contact.Id.Value), ("customer", id.Value), ("refused", refusal.RefusedOn), ("date", date)));
            }
        }
    }

    /// <summary>Selling without a certificate that is valid on the day, permits what is to be sold, and where it is to be sold: one certificate permits all three. An agent of whom no certificate is known has none to show.</summary>
    public static IEnumerable<Finding> NoLicence(FeasibleWeek week, FeasibilityPolicies policies)
    {
        Guard.Against.Null(policies);
        Guard.Against.Null(week);
        var (agent, organisation) = (week.Plan.Agent, week.Facts.Organisation);
        foreach (var sale in week.Plan.Activities.Where(a => policies.Licensed.Contains(a.Activity)))
        {
            var date = week.Plan.DateOf(sale);
            var licensed = organisation.IsLicensedOn(agent, date, sale.Scope, sale.Jurisdiction);
            if (licensed != true)
            {
                yield return new(licensed is null ? Severity.Warn : Severity.Block, Reason.Of(
                    licensed is null ? "plan.licence-unknown" : "plan.no-licence",
                    ("activity", sale.Id.Value),
                    ("agent", agent.Value),
                    ("date", date),
                    ("scope", sale.Scope ?? "-"),
                    ("jurisdiction", sale.Jurisdiction ?? "-")));
            }
        }
    }

    // The first moment of a call that is quiet in a zone.
    private static ZonedDateTime? QuietMoment(PlannedActivity call, DateTimeZone zone, FeasibilityPolicies policies)
    {
        var start = call.StartsAt.InZone(zone);
        if (IsQuiet(start.TimeOfDay, policies))
        {
            return start;
        }

        if (policies.QuietFrom == policies.QuietTo)
        {
            return null;
        }

        var evening = zone.AtLeniently((start.TimeOfDay < policies.QuietFrom ? start.Date : start.Date.PlusDays(1)) + policies.QuietFrom);
        return evening.ToInstant() < call.EndsAt ? evening : null;
    }

    private static bool IsQuiet(LocalTime time, FeasibilityPolicies policies) => policies.QuietFrom <= policies.QuietTo
        ? time >= policies.QuietFrom && time < policies.QuietTo
        : time >= policies.QuietFrom || time < policies.QuietTo;

    private static DateTimeZone[] ZonesOf(CustomerFact? customer, FeasibilityPolicies policies) =>
        customer?.TimeZone is { } name && DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is { } known
            ? [known]
            : [.. policies.PlausibleZones.Select(z => DateTimeZoneProviders.Tzdb[z])];
}
