namespace ActivityMgmt.Domain;

/// <summary>After a clear refusal nobody contacts the customer for selling.</summary>
/// <param name="Months">For how many months after the day of refusal; <see langword="null"/>: until the customer opts in again.</param>
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
                yield return Judge(rule, contact.Customer is { } id ? facts.Customer(id) : null, contact);
            }
        }
    }

    private ComplianceResult Judge(ComplianceRule rule, CustomerFact? customer, ActivityFact contact)
    {
        var id = contact.Customer?.Value ?? "-";
        var (outcome, reason) = customer switch
        {
            null => (ComplianceOutcome.InsufficientData, Reason.Of("compliance.customer-unknown", ("customer", id))),
            { RefusedContactOn: { } refused } when contact.Date > refused && !(contact.Date >= EndOf(customer, refused)) =>
                (rule.Severity, Reason.Of("compliance.refused-contact", ("customer", id), ("refused", refused), ("date", contact.Date))),
            _ => (ComplianceOutcome.Pass, Reason.Of("compliance.may-contact", ("customer", id), ("date", contact.Date))),
        };
        return new()
        {
            Rule = rule.Id,
            Outcome = outcome,
            Agent = contact.Agent,
            Date = contact.Date,
            Reason = reason,
            Facts = customer is null ? [contact.Reference] : [contact.Reference, customer.Reference],
        };
    }

    // The first day on which contact is possible again: the customer's own end counts before the rule's.
    private LocalDate? EndOf(CustomerFact customer, LocalDate refused) =>
        customer.RefusalUntil is { } until ? until.PlusDays(1) : Months is { } months ? refused.PlusMonths(months) : null;
}
