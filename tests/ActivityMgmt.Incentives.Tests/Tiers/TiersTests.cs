namespace ActivityMgmt.Incentives.Tests.Tiers;

public class TiersTests
{
    private const string Graded = """{ "from": 0, "to": 10000, "rate": 0.01 }, { "from": 10000, "to": 50000, "rate": 0.02 }, { "from": 50000, "to": 100000, "rate": 0.03 }, { "from": 100000, "rate": 0.04 }""";

    [Theory] // T3: not split
    [InlineData(5_000, 50)]
    [InlineData(15_000, 300)]
    [InlineData(60_000, 1_800)]
    public void A_slab_pays_one_rate_on_the_whole(decimal figure, decimal expected) => Assert.Equal(expected, Pays(figure, "slab", Graded));

    [Theory] // T4: step on the same table
    [InlineData(15_000, 200)]
    [InlineData(60_000, 1_200)]
    public void A_graded_scale_pays_each_band_at_its_own_rate(decimal figure, decimal expected) => Assert.Equal(expected, Pays(figure, "graded", Graded));

    [Fact] // T5
    public void The_trace_shows_each_piece_of_a_graded_scale()
    {
        var line = Line(2_500m, "graded", """{ "from": 0, "rate": 0.01 }, { "from": 1000, "rate": 0.02 }, { "from": 5000, "to": 10000, "rate": 0.03 }""");

        Assert.Equal(Some.Cny(40m), line.Amount);
        Assert.Equal(
            [10m, 30m],
            line.Trace.Where(s => s.Code == "pay.step.band-rate").Select(s => decimal.Parse(s["exact"].Text, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory] // T8
    [InlineData(99, 9.9)]
    [InlineData(125, 15)]
    [InlineData(150, 21)] // the lower end belongs to the band
    [InlineData(200, 32)]
    public void A_slab_takes_the_band_that_holds_the_figure(decimal figure, decimal expected) =>
        Assert.Equal(expected, Pays(figure, "slab", """{ "from": 0, "rate": 0.10 }, { "from": 100, "rate": 0.12 }, { "from": 150, "rate": 0.14 }, { "from": 200, "rate": 0.16 }"""));

    [Theory] // T11
    [InlineData(6_000, 620)]
    [InlineData(4_000, 400)]
    [InlineData(5_000, 500)]
    public void Ten_percent_to_5000_and_twelve_above(decimal figure, decimal expected) =>
        Assert.Equal(expected, Pays(figure, "graded", """{ "from": 0, "rate": 0.10 }, { "from": 5000, "rate": 0.12 }"""));

    [Fact] // T11, flat
    public void One_band_is_a_flat_rate() => Assert.Equal(1_000m, Pays(10_000m, "slab", """{ "from": 0, "rate": 0.10 }"""));

    [Theory] // T13: a slab trap, with the gap declared
    [InlineData(15_100, 3_020)]
    [InlineData(14_999, 0)]
    public void Outside_a_single_section_nothing_is_due_when_the_gap_is_declared_zero(decimal figure, decimal expected) =>
        Assert.Equal(expected, Pays(figure, "slab", """{ "from": 15000, "to": 16000, "rate": 0.20 }""", gap: "zero"));

    [Fact] // T14: 80.5 % falls between 75–80 % and 81–90 %
    public void A_gap_between_bands_is_refused_when_the_document_is_read()
    {
        var problem = Assert.Single(Assert.Throws<DocumentException>(() => Line(80.5m, "slab", """{ "from": 75, "to": 80, "amount": 20 }, { "from": 81, "to": 90, "amount": 30 }, { "from": 91, "to": 100, "amount": 40 }""")).Problems.Take(1));

        Assert.Equal("pay.document.bands-gap", problem.Reason.Code);
    }

    [Fact] // T14, the declared rule
    public void A_gap_pays_nothing_when_it_is_declared_zero() =>
        Assert.Equal(0m, Pays(80.5m, "slab", """{ "from": 75, "to": 80, "amount": 20 }, { "from": 81, "to": 90, "amount": 30 }""", gap: "zero"));

    [Fact]
    public void A_figure_below_the_first_band_is_undecided_when_gaps_are_refused() =>
        Assert.Equal(LineOutcome.Undecided, Line(70m, "slab", """{ "from": 75, "amount": 20 }""").Outcome);

    [Theory] // I11: bands share their ends, the bound rule says whose they are
    [InlineData("[a,b)", 0.88, 300)]
    [InlineData("(a,b]", 0.88, 0)]
    [InlineData("[a,b)", 0.8799, 0)]
    [InlineData("(a,b]", 0.91, 300)]
    [InlineData("[a,b)", 0.91, 600)]
    public void The_bound_rule_decides_about_shared_ends(string bounds, decimal persistency, decimal expected)
    {
        var readings = new TestReadings(Some.Book()).Stating("base", 10_000m).Stating("persistency", persistency, Unit.Ratio);

        var statement = readings.Pay(Plans.Document(
            $$"""
            { "id": "bonus", "kind": "tiers", "measure": "base", "scope": "period-retroactive", "shape": "slab", "bounds": "[a,b)", "gap": "refuse", "corrections": "net-in-current",
              "bands": [ { "from": 0, "rate": 1 } ], "times": { "table": "f", "by": "persistency" } }
            """,
            $$""" "f": { "bounds": "{{bounds}}", "gap": "refuse", "bands": [ { "from": 0, "factor": 0 }, { "from": 0.88, "factor": 0.03 }, { "from": 0.91, "factor": 0.06 } ] } """));

        Assert.Equal(Some.Cny(expected), statement.Total);
    }

    [Fact] // T2: interpolated amounts, each deal a line of its own
    public void Interpolated_bands_pay_in_proportion_for_each_transaction() =>
        Assert.Equal(149m, OfDeals("interpolated", """{ "from": 0, "to": 1000, "amount": 10 }, { "from": 1000, "to": 3000, "amount": 40 }, { "from": 3000, "to": 8000, "amount": 100 }, { "from": 8000, "to": 20000, "amount": 2000 }"""));

    [Fact] // T1: graded, per transaction
    public void Graded_bands_apply_to_each_transaction() =>
        Assert.Equal(164m, OfDeals("graded", """{ "from": 0, "rate": 0.01 }, { "from": 1000, "rate": 0.02 }, { "from": 3000, "rate": 0.03 }, { "from": 8000, "to": 20000, "rate": 0.05 }"""));

    [Fact] // T7: already 145,000 in the year, 20,000 more in the quarter
    public void The_incremental_scope_starts_where_the_year_stands()
    {
        var readings = new TestReadings(Some.Book()).With("sales", Unit.Money("CNY"), (_, _, period) =>
            new Reading.Measured(Quantity.Of(Some.Cny(period.End < new LocalDate(2026, 7, 1) ? 145_000m : 165_000m)), Evidence.None));

        var statement = readings.Pay(Plans.Document("""
            { "id": "bonus", "kind": "tiers", "measure": "sales", "scope": "period-incremental", "shape": "graded", "bounds": "[a,b)", "gap": "refuse", "corrections": "net-in-current",
              "bands": [ { "from": 0, "rate": 0.04 }, { "from": 150000, "rate": 0.06 }, { "from": 250000, "rate": 0.08 } ] }
            """));

        Assert.Equal(Some.Cny(1_100m), statement.Total);
    }

    [Theory] // the running total of a year begins with the year of the company
    [InlineData(1, 2, "2026-01-01")]
    [InlineData(4, 2, "2026-04-01")]
    public void The_incremental_scope_reads_from_the_first_day_of_the_fiscal_year(int firstMonth, int quarter, string first)
    {
        var asked = new List<LocalDate>();
        var readings = new TestReadings(Some.Book()).With("sales", Unit.Money("CNY"), (_, _, period) =>
        {
            asked.Add(period.Start);
            return new Reading.Measured(Quantity.Of(Some.Cny(1_000m)), Evidence.None);
        });
        var plan = readings.Read(Plans.Document("""
            { "id": "bonus", "kind": "tiers", "measure": "sales", "scope": "period-incremental", "shape": "graded", "bounds": "[a,b)", "gap": "refuse", "corrections": "net-in-current",
              "bands": [ { "from": 0, "rate": 0.04 } ] }
            """));

        new PayCalculation(readings, plan, FiscalCalendars.StartingIn(firstMonth)).Calculate(Some.Agent, new(2026, quarter));

        Assert.Equal([Some.Day(first), Some.Day(first)], asked); // up to the quarter's end, and up to the day before it
    }

    [Fact] // T7 on components: the running total comes with the opening
    public void The_incremental_scope_over_components_starts_at_the_opening()
    {
        var document = Plans.Document($$"""
            {{Deal}},
            { "id": "bonus", "kind": "tiers", "on": { "components": ["deals"] }, "scope": "period-incremental", "shape": "graded", "bounds": "[a,b)", "gap": "refuse", "corrections": "net-in-current",
              "bands": [ { "from": 0, "rate": 0.04 }, { "from": 150000, "rate": 0.06 }, { "from": 250000, "rate": 0.08 } ] }
            """);
        var opening = new PayOpening { RunningTotals = new Dictionary<string, Money> { ["bonus"] = Some.Cny(145_000m) } };

        var statement = new TestReadings(Some.Book(Some.Sold(premium: 20_000m))).Pay(document, opening: opening);

        Assert.Equal(Some.Cny(1_100m), statement.Line("bonus").Amount);
    }

    [Fact]
    public void An_absent_measure_leaves_the_line_undecided_and_is_never_zero()
    {
        var line = Line(null, "slab", """{ "from": 0, "rate": 0.10 }""");

        Assert.Equal(LineOutcome.Undecided, line.Outcome);
        Assert.Null(line.Amount);
        Assert.Equal("pay.undecided.measure", line.Reason.Code);
    }

    [Fact]
    public void A_negative_figure_pays_nothing() => Assert.Equal(LineOutcome.NotEarned, Line(-500m, "slab", """{ "from": 0, "rate": 0.10 }""").Outcome);

    [Fact]
    public void A_larger_figure_never_pays_less_where_rates_rise() =>
        CsCheck.Check.Sample(
            CsCheck.Gen.Select(CsCheck.Gen.Int[0, 200_000], CsCheck.Gen.Int[0, 50_000]),
            t =>
            {
                var (figure, more) = t;
                foreach (var shape in new[] { "slab", "graded" })
                {
                    Assert.True(Pays(figure, shape, Graded) <= Pays(figure + more, shape, Graded));
                }
            },
            iter: 60);

    private const string Deal = """{ "id": "deals", "kind": "rate", "on": "premium-collected", "countedOn": "collected", "corrections": "net-in-current", "rate": 1 }""";

    private static decimal OfDeals(string shape, string bands)
    {
        decimal[] deals = [200m, 300m, 1_500m, 1_200m, 2_000m, 4_500m];
        var book = Some.Book([.. deals.SelectMany((d, i) => Some.Sold($"P{i}", d))]);
        var statement = new TestReadings(book).Pay(Plans.Document($$"""
            {{Deal}},
            { "id": "bonus", "kind": "tiers", "on": { "components": ["deals"] }, "scope": "transaction", "shape": "{{shape}}", "bounds": "[a,b)", "gap": "refuse", "corrections": "net-in-current", "bands": [ {{bands}} ] }
            """));
        return statement.Line("bonus").Amount!.Value.Amount;
    }

    private static decimal Pays(decimal figure, string shape, string bands, string gap = "refuse") => Line(figure, shape, bands, gap).Amount!.Value.Amount;

    private static StatementLine Line(decimal? figure, string shape, string bands, string gap = "refuse")
    {
        return new TestReadings(Some.Book()).Stating("figure", figure).Pay(Plans.Document($$"""
            { "id": "bonus", "kind": "tiers", "measure": "figure", "scope": "period-retroactive", "shape": "{{shape}}", "bounds": "[a,b)", "gap": "{{gap}}", "corrections": "net-in-current", "bands": [ {{bands}} ] }
            """)).Line("bonus");
    }
}
