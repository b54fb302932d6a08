namespace ActivityMgmt.Domain;

/// <summary>Everything that happened between a customer and the company, in order: what a CRM screen shows.</summary>
public static class Timeline
{
    /// <summary>A customer's timeline: by date; of one date by time, what has only a date first; then by kind and id. Policies are those of which the customer is the policyholder or has another role.</summary>
    public static IReadOnlyList<TimelineEntry> Of(FactBook facts, CustomerId customer)
    {
        Guard.Against.Null(facts);
        PolicyFact[] policies =
        [
            .. facts.Policies.Where(p => p.Customer == customer || facts.RolesOf(p.Policy).Any(r => r.Customer == customer)),
        ];
        var ids = policies.Select(p => p.Policy).Distinct();
        var entries = facts.Activities.Where(a => a.Customer == customer).Select(a => (TimelineEntry)new TimelineEntry.Activity(a))
            .Concat(facts.Appointments.Where(a => a.Customer == customer).Select(a => new TimelineEntry.Appointment(a)))
            .Concat(facts.Opportunities.Where(o => o.Customer == customer).Select(o => new TimelineEntry.Stage(o)))
            .Concat(policies.Select(p => new TimelineEntry.Policy(p)))
            .Concat(ids.SelectMany(facts.EventsOf).Select(e => new TimelineEntry.PolicyEvent(e)))
            .Concat(ids.SelectMany(facts.PremiumsOf).Select(p => new TimelineEntry.Premium(p)))
            .Concat(facts.Feedback.Where(f => f.Customer == customer).Select(f => new TimelineEntry.Feedback(f)))
            .Concat(facts.ConsentsOf(customer).Select(c => new TimelineEntry.Consent(c)))
            .Concat(facts.GroupEvents.Where(e => e.Customer == customer).Select(e => new TimelineEntry.GroupEvent(e)));
        return [.. entries.OrderBy(e => e.Date).ThenBy(e => e.At ?? Instant.MinValue).ThenBy(e => e.Source.Origin.Sequence).ThenBy(e => e.Source.Key)];
    }
}
