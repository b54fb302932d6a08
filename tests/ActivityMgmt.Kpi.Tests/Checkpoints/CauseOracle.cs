namespace ActivityMgmt.Kpi.Tests;

/// <summary>The best that any method could do: it knows every usual rate exactly, and that a weak step has half of it left.</summary>
/// <remarks>
/// It names the step whose figures are most likelier at half the rate than at the usual one, if that ratio is over a bar which chance passes in a tenth of the quarters without a weak step
/// (Neyman and Pearson). The bar is taken from simulated quarters of the same profile and day. What the oracle can't tell, no cause finder can at that share of false alarms.
/// </remarks>
internal sealed class CauseOracle
{
    private const double Left = 0.5;

    private readonly FunnelProfile _profile;
    private readonly double[] _bars;
    private readonly LocalDate[] _days;

    public CauseOracle(FunnelProfile profile, LocalDate[] days, int quarters, double falseAlarms)
    {
        (_profile, _days) = (profile, days);
        var most = Enumerable.Range(0, quarters).Select(seed => new SimulatedFunnel(100_000 + seed, profile)).Select(f => days.Select(on => Ratios(f, on).Max()).ToArray()).ToArray();
        _bars = [.. days.Select((_, day) => most.Select(m => m[day]).Order().ElementAt((int)(quarters * (1.0 - falseAlarms))))];
    }

    /// <summary>The step that is named on one of the days; none when no step is over the bar.</summary>
    public int? Named(SimulatedFunnel funnel, int day)
    {
        var ratios = Ratios(funnel, _days[day]);
        return ratios.Max() >= _bars[day] ? Array.IndexOf(ratios, ratios.Max()) : null;
    }

    // Logarithms of the likelihood ratios.
    private double[] Ratios(SimulatedFunnel funnel, LocalDate on)
    {
        var so = new DateInterval(SimulatedFunnel.Quarter.Start, on);
        var counts = funnel.Funnel.Select(m => (double)((Reading.Measured)funnel.Read(m, Subject.Of(SimulatedFunnel.Agent), so)).Value.ToDecimal()).ToArray();
        var expected = _profile.PerDay * SimulatedFunnel.Calendar.WorkingDaysIn(so);
        return
        [
            (counts[0] * Math.Log(Left)) + (expected * (1.0 - Left)),
            .. _profile.Conversions.Select((share, i) =>
                (counts[i + 1] * Math.Log(Left)) + ((counts[i] - counts[i + 1]) * Math.Log((1.0 - (Left * share)) / (1.0 - share)))),
        ];
    }
}
