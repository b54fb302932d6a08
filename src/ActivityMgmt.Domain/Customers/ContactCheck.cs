namespace ActivityMgmt.Domain;

/// <summary>Says whether a customer may be contacted for selling on a day, before anybody does.</summary>
/// <param name="refusalMonths">For how many months a clear refusal holds where the customer gave no end; <see langword="null"/>: until the customer opts in again.</param>
/// <param name="needsConsent">Whether a yes to <c>marketing</c> is needed, or no refusal is enough.</param>
public sealed class ContactCheck(int? refusalMonths, bool needsConsent)
{
    /// <summary>A finding that says whether and why: severity <see cref="Severity.Block"/> when the customer may not be contacted (<see cref="ContactRefusal.InForce"/> decides about refusals), <see cref="Severity.Info"/> when they may.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="customer">The customer; one who is unknown may not be contacted, since nobody can say that they may.</param>
    /// <param name="date">The day of the contact.</param>
    public Finding Check(FactBook facts, CustomerId customer, LocalDate date)
    {
        Guard.Against.Null(facts);
        if (facts.Customer(customer) is not { } known)
        {
            return new(Severity.Block, Reason.Of("contact.unknown", ("customer", customer.Value)));
        }

        if (ContactRefusal.InForce(facts, customer, date, refusalMonths) is { } refusal)
        {
            return new(Severity.Block, Reason.Of(
                "contact.refused", ("customer", customer.Value), ("refused", refusal.RefusedOn), ("until", refusal.LastDay is { } last ? last : "-")));
        }

        return needsConsent && Consents.Of(facts, customer, "marketing", date) is var consent && consent != ConsentStatus.Given
            ? new(Severity.Block, Reason.Of("contact.no-consent", ("customer", customer.Value), ("status", ReasonValue.Term($"consent.{consent}"))))
            : new(Severity.Info, Reason.Of("contact.allowed", ("customer", customer.Value), ("channel", known.PreferredChannel ?? "-")));
    }
}
