namespace ActivityMgmt.Domain;

/// <summary>Says whether a customer may be contacted for selling on a day, before anybody does.</summary>
/// <param name="refusalMonths">For how many months a refusal holds where the customer gave no end; <see langword="null"/>: until the customer opts in again.</param>
/// <param name="needsConsent">Whether a yes to <c>marketing</c> is needed, or no refusal is enough.</param>
public sealed class ContactCheck(int? refusalMonths, bool needsConsent)
{
    /// <summary>A finding that says whether and why: severity <see cref="Severity.Block"/> when the customer may not be contacted, <see cref="Severity.Info"/> when they may.</summary>
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

        var consent = Consents.Of(facts, customer, "marketing", date);
        return EndOfRefusal(known) is var (refused, until) && refused <= date && !(until < date) && !OptedInAfter(facts, customer, refused, date)
            ? new(Severity.Block, Reason.Of("contact.refused", ("customer", customer.Value), ("refused", refused), ("until", until is { } u ? u : "-")))
            : needsConsent && consent != ConsentStatus.Given
            ? new(Severity.Block, Reason.Of("contact.no-consent", ("customer", customer.Value), ("status", ReasonValue.Term($"consent.{consent}"))))
            : new(Severity.Info, Reason.Of("contact.allowed", ("customer", customer.Value), ("channel", known.PreferredChannel ?? "-")));
    }

    private (LocalDate Refused, LocalDate? Until)? EndOfRefusal(CustomerFact customer) => customer.RefusedContactOn is { } refused
        ? (refused, customer.RefusalUntil ?? (refusalMonths is { } months ? refused.PlusMonths(months).PlusDays(-1) : null))
        : null;

    private static bool OptedInAfter(FactBook facts, CustomerId customer, LocalDate refused, LocalDate date) =>
        facts.ConsentsOf(customer).Any(c => c is { IsGiven: true, Purpose: "marketing" } && c.Date > refused && c.Date <= date && !(c.Until < date));
}
