namespace ActivityMgmt.Kpi.Tests;

public class RunRateForecasterTests
{
    private static readonly RunRateForecaster Forecaster = new(WorkCalendars.MondayToFriday);
    private static readonly MeasureId Visits = new("visits");

    // One visit on every working day of January to June 2026; the spread is then only what chance gives a count.
    private static readonly Fact[] History = [.. Daily("2026-01-01", "2026-06-30")];

    [Fact]
    public void Before_the_period_starts_only_the_past_counts()
    {
        var forecast = Made(Forecast(History, "2026-06-30"));

        Assert.Equal((Quantity.Count(23m), 6, "run-rate/2"), (forecast.Expected, forecast.SampleSize, forecast.Model)); // July 2026 has 23 working days
        Assert.Equal(5.21m, forecast.Deviation.ToDecimal()); // 129 past working days: √(23 × (1 + 23/129)) = 5.206
    }

    [Fact]
    public void Weighs_the_current_pace_by_the_elapsed_share()
    {
        // 15 July: 11 of 23 working days, 22 visits: pace 2, past 1; rate = (2 × 11 + 1 × 12) / 23 = 34/23; 22 + 12 × 34/23 = 39.74
        var facts = History.Concat(Daily("2026-07-01", "2026-07-15")).Concat(Daily("2026-07-01", "2026-07-15"));

        Assert.Equal(39.74m, Made(Forecast(facts, "2026-07-15")).Expected.ToDecimal());
    }

    [Fact]
    public void After_the_last_day_nothing_is_uncertain()
    {
        var forecast = Made(Forecast(History.Concat(Daily("2026-07-01", "2026-07-31")), "2026-07-31"));

        Assert.Equal((23m, 23m, 23m, 0m), (forecast.Expected.ToDecimal(), forecast.Low.ToDecimal(), forecast.High.ToDecimal(), forecast.Deviation.ToDecimal()));
        Assert.Equal((1m, 0m), (forecast.ChanceOfAtLeast(Quantity.Count(23m)), forecast.ChanceOfAtLeast(Quantity.Count(23.01m))));
    }

    [Fact]
    public void Is_never_below_what_is_already_there()
    {
        var forecast = Made(Forecast(History.Concat(Daily("2026-07-01", "2026-07-30")), "2026-07-30"));

        Assert.Equal(22m, forecast.Low.ToDecimal());
    }

    [Fact]
    public void Needs_three_past_months()
    {
        var absent = Assert.IsType<Forecast.Absent>(Forecast(Daily("2026-05-01", "2026-06-30"), "2026-06-30"));

        Assert.Equal(("kpi.forecast-history", "2"), (absent.Reason.Code, absent.Reason["months"].Text));
    }

    [Fact]
    public void Does_not_take_months_before_an_agent_joined_for_empty_ones() =>
        Assert.Equal("2", Assert.IsType<Forecast.Absent>(Forecast([.. History, Facts.Agent(joined: "2026-04-02")], "2026-06-30")).Reason["months"].Text);

    [Fact]
    public void Refuses_a_measure_that_does_not_add_up() =>
        Assert.Equal("kpi.forecast-not-additive", Assert.IsType<Forecast.Absent>(Forecaster.Forecast(Open([]), new("customers"), Kpis.E1, Kpis.July, new(2026, 7, 1))).Reason.Code);

    [Fact]
    public void Gives_even_chances_to_the_expected_value_and_less_to_more()
    {
        var forecast = Made(Forecast(History, "2026-06-30"));

        Assert.Equal(0.5m, forecast.ChanceOfAtLeast(forecast.Expected));
        Assert.Equal(0.1m, forecast.ChanceOfAtLeast(forecast.High), 2); // the 80 % interval leaves a tenth above
        Assert.Equal(1m, forecast.ChanceOfAtLeast(Quantity.Count(0m)));
    }

    private static Forecast.Made Made(Forecast forecast) => Assert.IsType<Forecast.Made>(forecast);

    private static Forecast Forecast(IEnumerable<Fact> facts, string asOf) => Forecaster.Forecast(Open(facts), Visits, Kpis.E1, Kpis.July, Facts.Day(asOf));

    private static IReadings Open(IEnumerable<Fact> facts) => Kpis.Open(
        Kpis.Document([Kpis.Measure("visits", """ "kind": "count", "facts": "activity" """), Kpis.Measure("customers", """ "kind": "distinct", "facts": "activity", "of": "customer" """)]),
        facts);

    private static IEnumerable<Fact> Daily(string from, string to) =>
        Facts.Period(from, to).Where(WorkCalendars.MondayToFriday.IsWorkingDay).Select(day => Facts.Activity(LocalDatePattern.Iso.Format(day)));
}
