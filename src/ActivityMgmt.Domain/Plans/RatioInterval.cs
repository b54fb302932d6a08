namespace ActivityMgmt.Domain;

/// <summary>Between which bounds a measured conversion really lies, as far as its sample can say.</summary>
/// <param name="Low">The lower bound, a ratio of 0 to 1, to four digits.</param>
/// <param name="High">The upper bound, a ratio of 0 to 1, to four digits.</param>
/// <param name="Level">How often such an interval holds the true ratio, 0 to 1.</param>
public sealed record RatioInterval(Quantity Low, Quantity High, decimal Level)
{
    private const decimal ScoreOf80Percent = 1.281552m;

    /// <summary>The 80 % interval of a share by Wilson's score, which stays between 0 and 1 and works for small samples.</summary>
    /// <remarks>Source: E. B. Wilson, Journal of the American Statistical Association 22 (1927) 209–212. Bounds are rounded to 0.0001, ties away from zero.</remarks>
    /// <param name="share">The measured share, 0 to 1.</param>
    /// <param name="sample">On how many entries it was measured, at least 1.</param>
    /// <returns>The interval; <see langword="null"/> for a ratio above 1 or an empty sample, which is no share of anything.</returns>
    public static RatioInterval? Of(Quantity share, int sample)
    {
        var p = share.ToDecimal();
        if (p is < 0m or > 1m || sample < 1)
        {
            return null;
        }

        var (n, square) = ((decimal)sample, ScoreOf80Percent * ScoreOf80Percent);
        var scale = 1m + (square / n);
        var centre = (p + (square / (2m * n))) / scale;
        var half = ScoreOf80Percent / scale * SquareRoot.Of((p * (1m - p) / n) + (square / (4m * n * n)));
        return new(Bound(centre - half), Bound(centre + half), 0.8m);
    }

    private static Quantity Bound(decimal value) =>
        Quantity.Of(new Rounding(0.0001m, RoundingMode.HalfAwayFromZero).Apply(Math.Clamp(value, 0m, 1m)), Unit.Ratio);
}
