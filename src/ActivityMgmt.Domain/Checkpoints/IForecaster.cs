namespace ActivityMgmt.Domain;

/// <summary>Says where a figure will be at the end of its period. Implemented by ActivityMgmt.Kpi; a host may bring its own.</summary>
public interface IForecaster
{
    /// <summary>Forecasts an additive measure to the end of a period from what is known on a day; the day before the period starts is allowed.</summary>
    Forecast Forecast(IReadings readings, MeasureId measure, Subject subject, DateInterval period, LocalDate asOf);
}

/// <summary>A figure at the end of a period as it looks from an earlier day, or why none can be given.</summary>
public abstract record Forecast
{
    private Forecast()
    {
    }

    /// <summary>A forecast with its spread.</summary>
    public sealed record Made : Forecast
    {
        /// <summary>The most likely end value; in the measure's unit, rounded to 0.01 (half away from zero).</summary>
        public required Quantity Expected { get; init; }

        /// <summary>Lower end of the 80 % interval; never below what is already there; rounded like <see cref="Expected"/>.</summary>
        public required Quantity Low { get; init; }

        /// <summary>Upper end of the 80 % interval; rounded like <see cref="Expected"/>.</summary>
        public required Quantity High { get; init; }

        /// <summary>The standard deviation of the end value, wider where it is itself known from little; rounded like <see cref="Expected"/>.</summary>
        public required Quantity Deviation { get; init; }

        /// <summary>How many past periods or days the spread was measured on.</summary>
        public required int SampleSize { get; init; }

        /// <summary>The model's name and version, such as <c>run-rate/2</c>.</summary>
        public required string Model { get; init; }

        /// <summary>How likely the end value is at least this much, 0 to 1, rounded to 0.001: the end value is taken as normally distributed.</summary>
        /// <remarks>A chance, not a measured figure: computed in floating point from <see cref="Expected"/> and <see cref="Deviation"/>.</remarks>
        public decimal ChanceOfAtLeast(Quantity value)
        {
            var gap = (double)(value - Expected).ToDecimal();
            var deviation = (double)Deviation.ToDecimal();
            return deviation <= 0d ? (gap <= 0d ? 1m : 0m) : Math.Round((decimal)NormalDistribution.ShareAbove(gap / deviation), 3, MidpointRounding.AwayFromZero);
        }
    }

    /// <summary>Too little is known for a forecast.</summary>
    /// <param name="Reason">What is missing.</param>
    public sealed record Absent(Reason Reason) : Forecast;
}
