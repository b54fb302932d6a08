using CsCheck;

namespace ActivityMgmt.Domain.Tests;

/// <summary>Generators of the values that properties are checked with.</summary>
internal static class Gens
{
    /// <summary>An amount with up to four decimals, negative ones included.</summary>
    public static readonly Gen<decimal> Amount = Gen.Select(
        Gen.Long[-1_000_000_000_000, 1_000_000_000_000], Gen.OneOfConst(1m, 10m, 100m, 1_000m, 10_000m), (n, step) => n / step);

    /// <summary>A date in 2026.</summary>
    public static readonly Gen<LocalDate> DateIn2026 = Gen.Int[0, 364].Select(d => new LocalDate(2026, 1, 1).PlusDays(d));

    /// <summary>A short id of letters, digits and signs that ids of real systems hold.</summary>
    public static readonly Gen<string> Id = Gen.Char["abcXYZ0129-_.:@/# 中"].Array[1, 12].Select(c => new string(c));
}
