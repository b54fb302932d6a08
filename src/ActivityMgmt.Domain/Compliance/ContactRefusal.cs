namespace ActivityMgmt.Domain;

/// <summary>A customer's refusal of contact for selling that is in force: a clear refusal in the master data, or a consent to <c>marketing</c> that was refused or withdrawn. The only place that decides whether one counts.</summary>
/// <remarks>
/// A clear refusal counts from its own day to its last day, both included, unless the last word on <c>marketing</c> after its day is a yes that still lasts.
/// A refused or withdrawn consent counts from its own day until a yes. The undated flag <see cref="CustomerFact.MarketingConsent"/> is no refusal.
/// Of several refusals in force the latest is told.
/// </remarks>
public sealed record ContactRefusal
{
    private const string Marketing = "marketing";

    /// <summary>The day on which the customer refused.</summary>
    public required LocalDate RefusedOn { get; init; }

    /// <summary>The last day on which it counts, included; <see langword="null"/>: until the customer opts in again.</summary>
    public required LocalDate? LastDay { get; init; }

    /// <summary>Whether it is a consent to marketing that was refused or withdrawn, not a refusal in the master data.</summary>
    public required bool IsConsentWithdrawn { get; init; }

    /// <summary>The fact that says so.</summary>
    public required FactReference Fact { get; init; }

    /// <summary>The refusal that forbids a contact still to be made; <see langword="null"/> when none does. The refusal's own day is forbidden (stop at once), unless both moments are known and the contact begins no later than the refusal.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="customer">The customer; nothing is known to be refused by one whom the book doesn't know.</param>
    /// <param name="date">The day of the contact.</param>
    /// <param name="months">For how many months a clear refusal counts when the customer's data name no last day (the day so many months later is free again); <see langword="null"/>: until the customer opts in again.</param>
    /// <param name="startsAt">When the contact begins; <see langword="null"/> when only its day is known.</param>
    public static ContactRefusal? InForce(FactBook facts, CustomerId customer, LocalDate date, int? months, Instant? startsAt = null) =>
        Find(Guard.Against.Null(facts), customer, date, months, refusedAt => refusedAt is null || startsAt is null || startsAt > refusedAt);

    /// <summary>The refusal that a contact already made has broken; <see langword="null"/> when it broke none, or names no customer. On the refusal's own day only a contact that began after a known moment of refusal breaks it: one of that day's contacts is the talk in which they refused.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="contact">The contact.</param>
    /// <param name="months">For how many months a clear refusal counts when the customer's data name no last day (the day so many months later is free again); <see langword="null"/>: until the customer opts in again.</param>
    public static ContactRefusal? BrokenBy(FactBook facts, ActivityFact contact, int? months)
    {
        Guard.Against.Null(facts);
        return Guard.Against.Null(contact).Customer is { } customer ? Find(facts, customer, contact.Date, months, refusedAt => contact.StartedAt > refusedAt) : null;
    }

    /// <summary>The days on which a customer said something about being contacted for selling.</summary>
    internal static IEnumerable<LocalDate> DaysOfWord(FactBook facts, CustomerId customer) =>
        facts.ConsentsOf(customer).Where(c => c.Purpose == Marketing).Select(c => c.Date)
            .Concat(facts.Customer(customer)?.RefusedContactOn is { } refused ? [refused] : [])
            .Order();

    private static ContactRefusal? Find(FactBook facts, CustomerId customer, LocalDate date, int? months, Func<Instant?, bool> countsOnItsDay)
    {
        // Of a no that doesn't count on its own day yet, the word before it is asked.
        var word = facts.ConsentsOf(customer)
            .LastOrDefault(c => c.Purpose == Marketing && (c.Date < date || (c.Date == date && (c.IsGiven || countsOnItsDay(null)))));
        var withdrawn = word is { IsGiven: false }
            ? new ContactRefusal { RefusedOn = word.Date, LastDay = null, IsConsentWithdrawn = true, Fact = word.Reference }
            : null;
        var refused = facts.Customer(customer) is { } known ? OfMasterData(known, date, months, countsOnItsDay) : null;
        var isLifted = word is { IsGiven: true } yes && yes.Date > refused?.RefusedOn && !(yes.Until < date);
        return refused is null || isLifted || withdrawn?.RefusedOn > refused.RefusedOn ? withdrawn : refused;
    }

    private static ContactRefusal? OfMasterData(CustomerFact customer, LocalDate date, int? months, Func<Instant?, bool> countsOnItsDay)
    {
        if (customer.RefusedContactOn is not { } refused || refused > date || (refused == date && !countsOnItsDay(customer.RefusedContactAt)))
        {
            return null;
        }

        var lastDay = customer.RefusalUntil ?? (months is { } n ? refused.PlusMonths(n).PlusDays(-1) : null);
        return lastDay < date ? null : new() { RefusedOn = refused, LastDay = lastDay, IsConsentWithdrawn = false, Fact = customer.Reference };
    }
}
