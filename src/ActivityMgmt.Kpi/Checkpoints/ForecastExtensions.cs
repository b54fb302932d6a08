namespace ActivityMgmt.Kpi;

/// <summary>What a forecast says about a target.</summary>
public static class ForecastExtensions
{
    /// <summary>How likely it is that the figure ends at the target or above, from 0 to 1, rounded to 0.001 (half away from zero).</summary>
    /// <remarks>Assumes a normal distribution. Without any spread it is 1 when the expected value reaches the target (inclusive), else 0.</remarks>
    /// <param name="forecast">The forecast.</param>
    /// <param name="target">The target, in the forecast's unit.</param>
    /// <exception cref="InvalidOperationException">The units differ.</exception>
    public static decimal ChanceOfAtLeast(this Forecast.Made forecast, Quantity target)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        var missing = target - forecast.Expected;
        if (forecast.Deviation.Numerator == 0m)
        {
            return missing.Numerator <= 0m ? 1m : 0m;
        }

        var chance = 1.0 - Normal.UpTo((double)missing.ToDecimal() / (double)forecast.Deviation.ToDecimal());
        return Math.Round((decimal)chance, 3, MidpointRounding.AwayFromZero);
    }
}
