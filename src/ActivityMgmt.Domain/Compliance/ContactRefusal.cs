namespace ActivityMgmt.Domain;

/// <summary>Whether a customer's clear refusal still counts.</summary>
public static class ContactRefusal
{
    /// <summary>Whether nobody may contact a customer for selling on a day because of a refusal: from the day after it to its last day, both included.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="date">The day.</param>
    /// <param name="months">For how many months it counts when the customer's data name no last day (the day so many months later is free again); <see langword="null"/>: until the customer opts in again.</param>
    public static bool IsInForce(CustomerFact customer, LocalDate date, int? months) =>
        Guard.Against.Null(customer).RefusedContactOn is { } refused && date > refused
        && (customer.RefusalUntil is { } until ? date <= until : months is not { } n || date < refused.PlusMonths(n));
}
