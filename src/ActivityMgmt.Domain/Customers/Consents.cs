namespace ActivityMgmt.Domain;

/// <summary>Where a customer's consent to a purpose stands.</summary>
public enum ConsentStatus
{
    /// <summary>Nobody asked; not a yes.</summary>
    NeverAsked,

    /// <summary>Given, and still in force.</summary>
    Given,

    /// <summary>Refused or withdrawn.</summary>
    Refused,

    /// <summary>Given once, and over by now.</summary>
    Expired,
}

/// <summary>Reads consent from facts.</summary>
public static class Consents
{
    /// <summary>A customer's consent to a purpose on a day: the latest word counts, of one day the last one booked.</summary>
    /// <remarks>For the purpose <c>marketing</c> the flag of the customer's master data counts where no consent was recorded.</remarks>
    public static ConsentStatus Of(FactBook facts, CustomerId customer, string purpose, LocalDate date)
    {
        Guard.Against.Null(facts);
        var last = facts.ConsentsOf(customer).LastOrDefault(c => c.Purpose == purpose && c.Date <= date);
        var flag = purpose == "marketing" ? facts.Customer(customer)?.MarketingConsent : null;
        return last is { IsGiven: true } ? last.Until < date ? ConsentStatus.Expired : ConsentStatus.Given
            : last is not null || flag == false ? ConsentStatus.Refused
            : flag == true ? ConsentStatus.Given
            : ConsentStatus.NeverAsked;
    }
}
