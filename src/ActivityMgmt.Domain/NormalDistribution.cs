namespace ActivityMgmt.Domain;

// Compiled into ActivityMgmt.Kpi as well: public members of the model show no floating point.

/// <summary>The standard normal distribution, for chances; in floating point, since a chance is no measured figure.</summary>
internal static class NormalDistribution
{
    /// <summary>The share above <paramref name="z"/>, after Zelen and Severo (1964; Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.17): the absolute error is below 7.5e-8.</summary>
    public static double ShareAbove(double z)
    {
        var t = 1d / (1d + (0.2316419d * Math.Abs(z)));
        var polynomial = t * (0.319381530d + (t * (-0.356563782d + (t * (1.781477937d + (t * (-1.821255978d + (t * 1.330274429d))))))));
        var tail = Math.Exp(-z * z / 2d) / Math.Sqrt(2d * Math.PI) * polynomial;
        return z >= 0d ? tail : 1d - tail;
    }
}
