namespace ActivityMgmt.Domain;

/// <summary>How many of a class of recruits are expected to be left after each year.</summary>
/// <remarks>Source: golden R1 (100 recruits, 70, 30, 60, 70 %: 70, 21, 13, 9; without rounding 8.82 at the end).</remarks>
public static class RetentionPlan
{
    /// <summary>To whole people, a half away from zero: the published example's.</summary>
    public static Rounding WholePeople { get; } = new(1m, RoundingMode.HalfAwayFromZero);

    /// <summary>What is left after each year, in order.</summary>
    /// <param name="recruits">How many begin.</param>
    /// <param name="yearly">The share that stays of those who were left, year by year: 0 to 1.</param>
    /// <param name="eachYear">Rounds what is left after each year before the next one is taken of it; <see langword="null"/>: nothing is rounded.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share is below 0 or above 1, or the number of recruits is negative.</exception>
    public static IReadOnlyList<Quantity> Project(int recruits, IReadOnlyList<Quantity> yearly, Rounding? eachYear)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(recruits);
        Guard.Against.Null(yearly);
        var left = Quantity.Count(recruits);
        var years = new List<Quantity>();
        foreach (var share in yearly)
        {
            if (share < Quantity.Ratio(0m, 1m) || share > Quantity.Ratio(1m, 1m))
            {
                throw new ArgumentOutOfRangeException(nameof(yearly), share, "A share that stays is 0 to 1.");
            }

            left = Quantity.Fraction(left.Numerator * share.Numerator, left.Denominator * share.Denominator, Unit.Count);
            left = eachYear is null ? left : Quantity.Count(left.Round(eachYear));
            years.Add(left);
        }

        return years;
    }
}
