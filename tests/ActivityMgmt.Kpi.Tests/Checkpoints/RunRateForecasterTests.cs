namespace ActivityMgmt.Kpi.Tests;

public class RunRateForecasterTests
{
    private static readonly RunRateForecaster Forecaster = new();
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

    // One visit on every working day from 2025 on, up to 16 August: the forecast of any period is the number of its working days.
    [Theory]
    [InlineData("2026-08-01", "2026-08-31", 21)]
    [InlineData("2026-07-26", "2026-08-25", 22)]
    [InlineData("2026-07-01", "2026-12-31", 132)]
    [InlineData("2026-01-01", "2026-12-31", 261)]
    public void Looks_ahead_to_the_end_of_a_month_a_work_month_a_half_year_and_a_year(string from, string to, int workingDays)
    {
        var readings = Open([.. Daily("2025-01-01", "2026-08-16")]);

        var forecast = Made(Forecaster.Forecast(readings, Visits, Kpis.E1, Facts.Period(from, to), new(2026, 8, 16)));

        Assert.Equal(workingDays, forecast.Expected.ToDecimal());
        Assert.InRange(forecast.Low.ToDecimal(), 0m, workingDays);
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

    // 21 further visits on 26 May. Civil: May has 42 in 21 days, July 23 days: 23 × (5 + 2) / 6. Work months: 44 in the 23 days from 26 May to 25 June, 21 days from 26 June
    // to 25 July: 21 × (5 + 44/23) / 6. 4-4-5: 46 in the 25 days from 25 May, 17 in the 20 days from 29 December, 20 days from 29 June: 20 × (4 + 46/25 + 17/20) / 6.
    [Theory]
    [InlineData("civil", "26.83")]
    [InlineData("work months", "24.20")]
    [InlineData("4-4-5", "22.30")]
    public void Learns_from_the_fiscal_months_before(string calendar, string expected)
    {
        var fiscal = Kpis.Fiscal(calendar);
        var july = fiscal.PeriodOf(PeriodKind.Month, 2026, 7).Interval;
        var facts = History.Concat(Enumerable.Range(1, 21).Select(_ => Facts.Activity("2026-05-26")));

        var forecast = Made(Forecaster.Forecast(Kpis.OpenIn(fiscal, Document, facts), Visits, Kpis.E1, july, july.Start.PlusDays(-1)));

        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), forecast.Expected.ToDecimal());
    }

    [Theory]
    [InlineData("2026-06-01", "2026-06-30", 23)] // a month of leave teaches nothing
    [InlineData("2026-07-01", "2026-07-10", 15)] // 8 of July's 23 working days are leave
    public void An_agents_leave_is_no_working_time(string from, string until, int expected)
    {
        var leave = new LeaveFact { Origin = Facts.New(), Date = Facts.Day(from), Agent = new("E1"), Leave = "sick", Until = Facts.Day(until) };
        var worked = History.Where(f => f.Date < leave.Date || f.Date > leave.Until);

        Assert.Equal(expected, Made(Forecast([.. worked, Facts.Agent(), leave], "2026-06-30")).Expected.ToDecimal());
    }

    [Fact]
    public void An_agents_pattern_decides_how_many_days_are_left()
    {
        // One visit on every Monday and Tuesday so far; July has eight of them.
        var facts = History.Where(f => f.Date.DayOfWeek is IsoDayOfWeek.Monday or IsoDayOfWeek.Tuesday);

        Assert.Equal(8m, Made(Forecast([.. facts, Facts.Agent() with { WorksOn = Weekdays.Monday | Weekdays.Tuesday }], "2026-06-30")).Expected.ToDecimal());
    }

    private static Forecast.Made Made(Forecast forecast) => Assert.IsType<Forecast.Made>(forecast);

    private static Forecast Forecast(IEnumerable<Fact> facts, string asOf) => Forecaster.Forecast(Open(facts), Visits, Kpis.E1, Kpis.July, Facts.Day(asOf));

    private static IReadings Open(IEnumerable<Fact> facts) => Kpis.Open(Document, facts);

    private static readonly PublishedDocument Document = Kpis.Document([Kpis.Measure("visits", """ "kind": "count", "facts": "activity" """), Kpis.Measure("customers", """ "kind": "distinct", "facts": "activity", "of": "customer" """)]);

    private static IEnumerable<Fact> Daily(string from, string to) =>
        Facts.Period(from, to).Where(WorkCalendars.MondayToFriday.IsWorkingDay).Select(day => Facts.Activity(LocalDatePattern.Iso.Format(day)));
}
