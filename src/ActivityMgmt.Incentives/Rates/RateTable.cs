namespace ActivityMgmt.Incentives;

/// <summary>What a rate may depend on.</summary>
internal enum RateKey
{
    /// <summary>The product's code.</summary>
    Product,

    /// <summary>For how many years premium is paid.</summary>
    PaymentYears,

    /// <summary>Which policy year the premium pays for.</summary>
    PolicyYear,
}

/// <summary>A row: a rate for whatever has the given values; a key that is left out matches everything.</summary>
internal sealed record RateRow(IReadOnlyDictionary<RateKey, string> Keys, decimal Rate, int Number);

/// <summary>Rates by keys. The most specific row counts: of two that match, the one that gives the earlier key of <see cref="By"/>.</summary>
internal sealed class RateTable
{
    public required string Name { get; init; }

    public required IReadOnlyList<RateKey> By { get; init; }

    public required IReadOnlyList<RateRow> Rows { get; init; }

    /// <summary>The row for some premium; <see langword="null"/> when there is none, which is not zero.</summary>
    public RateRow? Find(PremiumFact premium, PolicyFact policy) => Rows
        .Where(r => r.Keys.All(k => k.Value == ValueOf(k.Key, premium, policy)))
        .MaxBy(Specificity);

    // The earlier a key stands in By, the more it weighs; no two rows that match have the same keys.
    private int Specificity(RateRow row) => By.Select((key, i) => row.Keys.ContainsKey(key) ? 1 << (By.Count - i) : 0).Sum();

    private static string ValueOf(RateKey key, PremiumFact premium, PolicyFact policy) => key switch
    {
        RateKey.Product => policy.Product,
        RateKey.PaymentYears => policy.PaymentYears.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => premium.PolicyYear.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
