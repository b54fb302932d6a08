namespace ActivityMgmt.Domain;

/// <summary>What can be told of a customer on a day, for segments and screens.</summary>
public sealed record CustomerProfile
{
    /// <summary>The customer.</summary>
    public required CustomerId Customer { get; init; }

    /// <summary>The day.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>The CRM's own segment; <see langword="null"/> when not classified.</summary>
    public required string? Segment { get; init; }

    /// <summary>Policies in force of which the customer is the policyholder.</summary>
    public required int PoliciesInForce { get; init; }

    /// <summary>Their premium of one policy year as it stands on the day, by currency.</summary>
    public required IReadOnlyDictionary<string, Money> AnnualPremium { get; init; }

    /// <summary>The last day on which somebody talked with them; <see langword="null"/> when nobody did.</summary>
    public required LocalDate? LastTouch { get; init; }

    /// <summary>The day of the next touch; <see langword="null"/> when none is set.</summary>
    public required LocalDate? NextTouch { get; init; }

    /// <summary>How many customers they referred themselves.</summary>
    public required int Referrals { get; init; }

    /// <summary>A customer's profile; <see langword="null"/> when the book doesn't know them.</summary>
    public static CustomerProfile? Of(FactBook facts, CustomerId customer, LocalDate date)
    {
        Guard.Against.Null(facts);
        if (facts.Customer(customer) is not { } known)
        {
            return null;
        }

        var inForce = facts.Lookups.PoliciesOf(customer)
            .Where(p => ReferenceEquals(facts.Policy(p.Policy), p))
            .Select(p => PolicyLifeCycle.On(facts, p, date))
            .Where(p => p.IsInForce)
            .ToArray();
        return new()
        {
            Customer = customer,
            AsOf = date,
            Segment = known.Segment,
            PoliciesInForce = inForce.Length,
            AnnualPremium = inForce.GroupBy(p => p.AnnualPremium.Currency).ToDictionary(g => g.Key, g => g.Aggregate(Money.Zero(g.Key), (sum, p) => sum + p.AnnualPremium)),
            LastTouch = facts.Lookups.ActivitiesWith(customer).LastOrDefault(a => a.Date <= date && a.Outcome is not ("missed" or "cancelled"))?.Date,
            NextTouch = known.NextTouchOn,
            Referrals = facts.Lookups.ReferredBy(customer).Count(c => c.Date <= date && ReferenceEquals(facts.Customer(c.Customer), c)),
        };
    }
}

/// <summary>Puts a customer into a segment; <see langword="null"/> when the policy can't tell.</summary>
public delegate string? SegmentPolicy(CustomerProfile profile);

/// <summary>Ready-made segment policies.</summary>
public static class SegmentPolicies
{
    /// <summary>The CRM's own segment.</summary>
    public static SegmentPolicy AsInTheCrm { get; } = profile => profile.Segment;

    /// <summary>By the premium of policies in force: the segment of the highest line reached, a line itself included; <see langword="null"/> below the lowest.</summary>
    /// <param name="lines">Segments and the amount from which on they begin, all in one currency.</param>
    /// <exception cref="ArgumentException">The lines are in several currencies.</exception>
    public static SegmentPolicy ByPremium(params IReadOnlyList<(string Segment, Money From)> lines)
    {
        Guard.Against.NullOrEmpty(lines);
        var currency = lines[0].From.Currency;
        if (lines.Any(l => l.From.Currency != currency))
        {
            throw new ArgumentException("The lines are in several currencies; give them in one.", nameof(lines));
        }

        return profile => profile.AnnualPremium.GetValueOrDefault(currency, Money.Zero(currency)) is var premium
            ? lines.Where(l => premium.Amount >= l.From.Amount).OrderBy(l => l.From.Amount).LastOrDefault().Segment
            : null;
    }
}
