namespace ActivityMgmt.Domain;

/// <summary>After a refusal nobody contacts the customer for selling (<see cref="ContactRefusal.BrokenBy"/> decides).</summary>
/// <param name="Months">For how many months a clear refusal counts when the customer named no end; <see langword="null"/>: until the customer opts in again.</param>
/// <param name="Activities">The activity kinds that are contacts for selling.</param>
public sealed record DoNotContactCheck(int? Months, IReadOnlyList<string> Activities) : IComplianceCheck
{
    internal static IComplianceCheck Read(DocumentNode parameters)
    {
        parameters.AllowOnly("months", "activities");
        return new DoNotContactCheck(
            parameters["months"].IsNothing ? null : parameters["months"].Whole(),
            [.. parameters["activities"].Items.Select(a => a.Text())]);
    }

    /// <inheritdoc/>
    public IEnumerable<ComplianceResult> Check(ComplianceRule rule, FactBook facts, DateInterval period)
    {
        Guard.Against.Null(rule);
        Guard.Against.Null(facts);
        Guard.Against.Null(period);
        foreach (var contact in facts.Activities)
        {
            if (period.Contains(contact.Date) && Activities.Contains(contact.Activity) && contact.Outcome != "cancelled")
            {
                yield return Judge(rule, facts, contact);
            }
        }
    }

    private ComplianceResult Judge(ComplianceRule rule, FactBook facts, ActivityFact contact)
    {
        var id = contact.Customer?.Value ?? "-";
        var customer = contact.Customer is { } known ? facts.Customer(known) : null;
        var refusal = ContactRefusal.BrokenBy(facts, contact, Months);
        var (outcome, reason) = (customer, refusal) switch
        {
            (null, _) => (ComplianceOutcome.InsufficientData, Reason.Of("compliance.customer-unknown", ("customer", id))),
            (_, { RefusedOn: var refused }) => (rule.Severity, Reason.Of("compliance.refused-contact", ("customer", id), ("refused", refused), ("date", contact.Date))),
            _ => (ComplianceOutcome.Pass, Reason.Of("compliance.may-contact", ("customer", id), ("date", contact.Date))),
        };
        return new()
        {
            Rule = rule.Id,
            Outcome = outcome,
            Agent = contact.Agent,
            Date = contact.Date,
            Reason = reason,
            Facts = customer is null ? [contact.Reference] : [contact.Reference, refusal?.Fact ?? customer.Reference],
        };
    }
}
