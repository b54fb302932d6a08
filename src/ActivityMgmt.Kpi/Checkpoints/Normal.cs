namespace ActivityMgmt.Kpi;

// The normal distribution, for statistics only; the same result on every machine to far below the digits that are kept.
internal static class Normal
{
    /// <summary>Half the width of an 80 % interval, in standard deviations.</summary>
    public const double EightyPercent = 1.2815515655446004;

    /// <summary>The share of values up to z standard deviations above the mean.</summary>
    public static double UpTo(double z)
    {
        // Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.26: error below 1.5e-7.
        var x = Math.Abs(z) / Math.Sqrt(2.0);
        var t = 1.0 / (1.0 + (0.3275911 * x));
        var tail = ((((((((1.061405429 * t) - 1.453152027) * t) + 1.421413741) * t) - 0.284496736) * t) + 0.254829592) * t * Math.Exp(-x * x);
        return z >= 0 ? 1.0 - (tail / 2.0) : tail / 2.0;
    }
}
