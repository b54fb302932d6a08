namespace ActivityMgmt.Domain;

/// <summary>Who was referred by whom (转介绍).</summary>
public sealed class Referrals
{
    private readonly FactBook _facts;
    private readonly ILookup<CustomerId, CustomerId> _referred;

    /// <summary>The referrals of a book.</summary>
    public Referrals(FactBook facts)
    {
        _facts = Guard.Against.Null(facts);
        _referred = facts.Customers
            .Where(c => c.ReferredBy is not null && ReferenceEquals(facts.Customer(c.Customer), c))
            .OrderBy(c => c.Customer.Value, StringComparer.Ordinal)
            .ToLookup(c => c.ReferredBy!.Value, c => c.Customer);
    }

    /// <summary>Whom a customer referred, sorted by id.</summary>
    public IReadOnlyList<CustomerId> ReferredBy(CustomerId customer) => [.. _referred[customer].Where(c => c != customer)];

    /// <summary>The chain of referrers above a customer, the nearest first. A cycle in the data ends the chain before it repeats.</summary>
    public IReadOnlyList<CustomerId> ChainAbove(CustomerId customer)
    {
        var chain = new List<CustomerId>();
        for (var next = _facts.Customer(customer)?.ReferredBy; next is { } referrer && referrer != customer && !chain.Contains(referrer); next = _facts.Customer(referrer)?.ReferredBy)
        {
            chain.Add(referrer);
        }

        return chain;
    }

    /// <summary>Everybody who came through a customer, at any distance, sorted by id; the customer is not among them.</summary>
    public IReadOnlyList<CustomerId> AllThrough(CustomerId customer)
    {
        var found = new HashSet<CustomerId>();
        var open = new Queue<CustomerId>(_referred[customer]);
        while (open.TryDequeue(out var next))
        {
            if (next != customer && found.Add(next))
            {
                foreach (var further in _referred[next])
                {
                    open.Enqueue(further);
                }
            }
        }

        return [.. found.OrderBy(c => c.Value, StringComparer.Ordinal)];
    }

    /// <summary>How many of those who came through a customer hold a policy that was issued by a day, of how many.</summary>
    public Quantity? YieldOf(CustomerId customer, LocalDate date)
    {
        var through = AllThrough(customer);
        var holders = _facts.Policies.Where(p => p.IssuedOn <= date).Select(p => p.Customer).OfType<CustomerId>().ToHashSet();
        return through.Count == 0 ? null : Quantity.Ratio(through.Count(holders.Contains), through.Count);
    }
}
