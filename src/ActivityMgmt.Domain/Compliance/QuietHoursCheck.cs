using NodaTime.Text;

namespace ActivityMgmt.Domain;

/// <summary>No sales call at night in the called party's time zone.</summary>
/// <param name="From">Quiet from this local time on, included.</param>
/// <param name="To">Quiet until this local time, excluded; may be the next morning.</param>
/// <param name="Activities">The activity kinds that are calls.</param>
public sealed record QuietHoursCheck(LocalTime From, LocalTime To, IReadOnlyList<string> Activities) : IComplianceCheck
{
    internal static IComplianceCheck Read(DocumentNode parameters)
    {
        parameters.AllowOnly("from", "to", "activities");
        return new QuietHoursCheck(Time(parameters["from"]), Time(parameters["to"]), [.. parameters["activities"].Items.Select(a => a.Text())]);
    }

    /// <inheritdoc/>
    public IEnumerable<ComplianceResult> Check(ComplianceRule rule, FactBook facts, DateInterval period)
    {
        Guard.Against.Null(rule);
        Guard.Against.Null(facts);
        Guard.Against.Null(period);
        foreach (var call in facts.Activities)
        {
            if (period.Contains(call.Date) && Activities.Contains(call.Activity) && call.Outcome != "cancelled")
            {
                yield return Judge(rule, facts, call);
            }
        }
    }

    private ComplianceResult Judge(ComplianceRule rule, FactBook facts, ActivityFact call)
    {
        var customer = call.Customer is { } id ? facts.Customer(id) : null;
        var zone = customer?.TimeZone is { } name ? DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) : null;
        var (outcome, reason) = zone is null
            ? (ComplianceOutcome.InsufficientData, Reason.Of("compliance.zone-unknown", ("customer", call.Customer?.Value ?? "-")))
            : At(rule, call, call.StartedAt.InZone(zone).TimeOfDay, zone);
        return new()
        {
            Rule = rule.Id,
            Outcome = outcome,
            Agent = call.Agent,
            Date = call.Date,
            Reason = reason,
            Facts = customer is null ? [call.Reference] : [call.Reference, customer.Reference],
        };
    }

    private (ComplianceOutcome Outcome, Reason Reason) At(ComplianceRule rule, ActivityFact call, LocalTime time, DateTimeZone zone)
    {
        var isQuiet = From <= To ? time >= From && time < To : time >= From || time < To;
        return (isQuiet ? rule.Severity : ComplianceOutcome.Pass, Reason.Of(
            isQuiet ? "compliance.quiet-hours" : "compliance.outside-quiet-hours",
            ("date", call.Date),
            ("time", Pattern.Format(time)),
            ("zone", zone.Id),
            ("from", Pattern.Format(From)),
            ("to", Pattern.Format(To))));
    }

    private static LocalTimePattern Pattern { get; } = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private static LocalTime Time(DocumentNode node)
    {
        var text = node.Text();
        if (Pattern.Parse(text).TryGetValue(default, out var time))
        {
            return time;
        }

        if (node.Kind == DocumentNodeKind.Text)
        {
            node.Report(Reason.Of("document.not-a-time", ("value", text)));
        }

        return LocalTime.Midnight;
    }
}
