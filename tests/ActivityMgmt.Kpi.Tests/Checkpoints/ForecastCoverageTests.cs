using System.Globalization;
using Xunit.Abstractions;

namespace ActivityMgmt.Kpi.Tests;

/// <summary>How often the 80 % interval of a forecast holds what the quarter came to, over simulated quarters: in 75 to 85 % of them.</summary>
public class ForecastCoverageTests(ITestOutputHelper output)
{
    private const int Quarters = 800;

    // Before the first day, and after 3, 6, 9 and 12 weeks.
    private static readonly LocalDate[] AsOf = [new(2026, 6, 30), new(2026, 7, 19), new(2026, 8, 9), new(2026, 8, 30), new(2026, 9, 20)];

    private static readonly RunRateForecaster Forecaster = new();

    [Theory]
    [InlineData("new", "appointments")]
    [InlineData("new", "cases")]
    [InlineData("new", "fyp")]
    [InlineData("steady", "appointments")]
    [InlineData("steady", "cases")]
    [InlineData("steady", "fyp")]
    [InlineData("top", "appointments")]
    [InlineData("top", "cases")]
    [InlineData("top", "fyp")]
    public void Intervals_of_80_percent_hold_75_to_85_percent_of_quarter_ends(string profile, string measure)
    {
        var held = new int[AsOf.Length];
        for (var seed = 0; seed < Quarters; seed++)
        {
            var readings = new SimulatedFunnel(seed, FunnelProfile.Of(profile));
            var came = Assert.IsType<Reading.Measured>(readings.Read(new(measure), Subject.Of(SimulatedFunnel.Agent), SimulatedFunnel.Quarter)).Value;
            for (var i = 0; i < AsOf.Length; i++)
            {
                var forecast = Assert.IsType<Forecast.Made>(Forecaster.Forecast(readings, new(measure), Subject.Of(SimulatedFunnel.Agent), SimulatedFunnel.Quarter, AsOf[i]));
                held[i] += forecast.Low <= came && came <= forecast.High ? 1 : 0;
            }
        }

        output.WriteLine($"{profile}, {measure}: {string.Join(" | ", held.Select(h => ((double)h / Quarters).ToString("P1", CultureInfo.InvariantCulture)))}");
        Assert.InRange(held.Sum() / (double)(Quarters * AsOf.Length), 0.75, 0.85);
    }
}
