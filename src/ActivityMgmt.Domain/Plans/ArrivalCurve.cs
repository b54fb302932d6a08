namespace ActivityMgmt.Domain;

/// <summary>In which year after the first contact clients arrive: 60, 30 and 10 % over three years by the 10-3-1 practice.</summary>
public sealed record ArrivalCurve
{
    /// <summary>The 10-3-1 practice: 60 % in the first year, 30 % in the second, 10 % in the third.</summary>
    /// <remarks>Source: Granum Center, "10-3-1"; golden example A2.</remarks>
    public static ArrivalCurve TenThreeOne { get; } = new() { Shares = [0.6m, 0.3m, 0.1m] };

    /// <summary>The share of each year, first year first; none negative, the first greater than 0, together 1.</summary>
    /// <exception cref="ArgumentException">They are not such shares.</exception>
    public required IReadOnlyList<decimal> Shares
    {
        get;
        init => field = value is [> 0m, ..] && value.All(s => s >= 0m) && value.Sum() == 1m
            ? value
            : throw new ArgumentException("Shares begin above 0, are never negative and sum to 1.", nameof(Shares));
    }

    /// <summary>When a number of clients arrive: one whole number a year, which sum to <paramref name="clients"/>.</summary>
    public IReadOnlyList<int> Spread(int clients)
    {
        Guard.Against.Negative(clients);
        return [.. Apportionments.LargestRemainder(clients, Shares, 1m).Select(c => (int)c)];
    }

    /// <summary>How many clients must be on their way so that so many arrive in the first year, rounded up.</summary>
    public int NeededFor(int clientsInFirstYear)
    {
        Guard.Against.Negative(clientsInFirstYear);
        return (int)Rounding.WholeUp.Apply(clientsInFirstYear / Shares[0]);
    }
}
