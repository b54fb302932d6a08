using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class TargetDocumentTests
{
    private static readonly IReadOnlyList<MeasureDescription> Measures = new StatedReadings(Book())
        .Knows("cases", Unit.Count).Knows("premium", Unit.Money("CNY")).Knows("closing-ratio", Unit.Ratio, additive: false).Measures;

    [Fact]
    public void Reads_targets_history_benchmarks_and_limits()
    {
        var target = Read("""
            {
              "id": "target", "version": 1, "effective": "2026-07-01/2026-09-30", "quarter": "2026Q3", "branch": "GZ01",
              "goals": [
                { "measure": "premium", "target": 1200000, "stretch": 1500000, "piece": 100, "historyWeight": 0.6 },
                { "measure": "cases", "target": 120, "piece": 1 }
              ],
              "history": { "quarters": 2 },
              "benchmarks": { "perLastStep": { "premium": 6000 }, "conversions": { "cases": 0.3 }, "minimumSample": 12, "capacityPerDay": 5 },
              "smart": { "tooHardBelow": 0.1, "tooEasyAbove": 0.8 }
            }
            """);

        Assert.Equal((Q3, "GZ01", Days("2026-01-01", "2026-06-30")), (target.Quarter, target.Branch, target.History));
        Assert.Equal(Quantity.Of(Money.Of(1_200_000m, "CNY")), target.Targets[0].Target);
        Assert.Equal(Quantity.Of(Money.Of(1_500_000m, "CNY")), target.Targets[0].Stretch);
        Assert.Equal((100m, 0.6m, 0.4m), (target.Targets[0].Piece, target.Targets[0].HistoryWeight, target.Targets[0].CapacityWeight));
        Assert.Equal((Quantity.Count(120m), (Quantity?)null, 0.7m), (target.Targets[1].Target, target.Targets[1].Stretch, target.Targets[1].HistoryWeight));
        Assert.Equal((6000m, 0.3m, 12, 5m), (
            target.Benchmarks.PerLastStep[new("premium")], target.Benchmarks.Conversions[new("cases")], target.Benchmarks.MinimumSample, target.Benchmarks.CapacityPerDay));
        Assert.Equal(new SmartLimits { TooHardBelow = 0.1m, TooEasyAbove = 0.8m }, target.Smart);
    }

    [Fact]
    public void Has_defaults_for_what_a_document_may_leave_out()
    {
        var target = Read(Text());

        Assert.Equal((10, 4m), (target.Benchmarks.MinimumSample, target.Benchmarks.CapacityPerDay));
        Assert.Equal(new SmartLimits { TooHardBelow = 0.2m, TooEasyAbove = 0.9m }, target.Smart);
    }

    [Theory]
    [InlineData("", CascadeSplit.Blend, MonthSplit.WorkingDays, null)]
    [InlineData(""", "split": "equal", "months": "seasonal", "licence": "annuity" """, CascadeSplit.Equal, MonthSplit.Seasonal, "annuity")]
    [InlineData(""", "split": "history", "months": "equal" """, CascadeSplit.History, MonthSplit.Equal, null)]
    [InlineData(""", "split": "capacity", "months": "working-days" """, CascadeSplit.Capacity, MonthSplit.WorkingDays, null)]
    [InlineData(""", "split": "blend", "historyWeight": 0.5 """, CascadeSplit.Blend, MonthSplit.WorkingDays, null)]
    public void Selects_how_a_target_is_handed_down(string members, CascadeSplit split, MonthSplit months, string? licence)
    {
        var target = Read(Text().Replace("\"piece\": 1", "\"piece\": 1" + members, StringComparison.Ordinal)).Targets[0];

        Assert.Equal((split, months, licence), (target.Split, target.Months, target.Licence));
    }

    [Fact]
    public void Knows_the_piece_of_its_measures_and_no_others()
    {
        var target = Read(Text());

        Assert.Equal(1m, target.PieceOf(new("cases")));
        Assert.Throws<KeyNotFoundException>(() => target.PieceOf(new("premium")));
    }

    [Theory]
    [InlineData("\"quarter\": \"2026Q3\"", "\"quarter\": \"Q3 2026\"", "target.not-a-quarter", "$.quarter")]
    [InlineData("\"quarter\": \"2026Q3\"", "\"quarter\": \"0000Q3\"", "target.not-a-quarter", "$.quarter")]
    [InlineData("\"quarter\": \"2026Q3\",", "", "document.missing", "$.quarter")]
    [InlineData("\"quarters\": 2", "\"quarters\": 0", "target.history-out-of-range", "$.history.quarters")]
    [InlineData("\"quarters\": 2", "\"quarters\": 13", "target.history-out-of-range", "$.history.quarters")]
    [InlineData("\"quarters\": 2", "", "document.missing", "$.history.quarters")]
    [InlineData("\"measure\": \"cases\"", "\"measure\": \"case\"", "document.unknown-measure", "$.goals[0].measure")]
    [InlineData("\"measure\": \"cases\"", "\"measure\": \"closing-ratio\"", "target.not-additive", "$.goals[0].measure")]
    [InlineData("\"target\": 120", "\"target\": 0", "document.not-positive", "$.goals[0].target")]
    [InlineData("\"target\": 120", "\"target\": \"120\"", "document.wrong-kind", "$.goals[0].target")]
    [InlineData("\"piece\": 1", "\"piece\": -1", "document.not-positive", "$.goals[0].piece")]
    [InlineData("\"piece\": 1", "\"piece\": 1, \"historyWeight\": 1.1", "document.not-a-share", "$.goals[0].historyWeight")]
    [InlineData("\"piece\": 1", "\"piece\": 1, \"split\": \"equally\"", "document.unknown-value", "$.goals[0].split")]
    [InlineData("\"piece\": 1", "\"piece\": 1, \"months\": \"season\"", "document.unknown-value", "$.goals[0].months")]
    [InlineData("\"piece\": 1", "\"piece\": 1, \"split\": \"equal\", \"historyWeight\": 0.5", "target.weight-without-blend", "$.goals[0].historyWeight")]
    [InlineData("\"piece\": 1", "\"piece\": 1, \"stretchh\": 1", "document.unknown-member", "$.goals[0].stretchh")]
    [InlineData("\"conversions\": {}", "\"conversions\": { \"cases\": 0 }", "document.not-positive", "$.benchmarks.conversions.cases")]
    [InlineData("\"conversions\": {}", "\"conversions\": { \"cases\": \"much\" }", "document.wrong-kind", "$.benchmarks.conversions.cases")]
    [InlineData("\"conversions\": {}", "\"conversions\": { \"calls\": 0.5 }", "document.unknown-measure", "$.benchmarks.conversions.calls")]
    [InlineData("\"conversions\": {} }", "\"conversions\": {} }, \"smart\": { \"tooHardBelow\": 0.9, \"tooEasyAbove\": 0.2 }", "target.smart-limits", "$.smart")]
    public void Each_mistake_gives_one_problem_at_its_place(string right, string wrong, string code, string path)
    {
        Assert.Contains(right, Text(), StringComparison.Ordinal);

        var problems = Assert.Throws<DocumentException>(() => Read(Text().Replace(right, wrong, StringComparison.Ordinal))).Problems;

        var problem = Assert.Single(problems);
        Assert.Equal((code, path), (problem.Reason.Code, problem.Place.Path));
    }

    [Fact]
    public void A_target_without_goals_is_refused() =>
        Assert.Equal("target.no-goals", Assert.Single(Assert.Throws<DocumentException>(() => Read(Text(goals: "[]"))).Problems).Reason.Code);

    [Fact]
    public void Looks_back_over_the_quarters_of_the_fiscal_calendar() =>
        Assert.Equal(Days("2026-01-01", "2026-06-25"), Read(Text(), FiscalCalendars.WorkMonths()).History);

    [Fact]
    public void A_history_that_the_fiscal_calendar_does_not_cover_is_refused()
    {
        var only2026 = FiscalCalendars.Custom([.. Enumerable.Range(1, 12).Select(m => FiscalCalendars.Gregorian.PeriodOf(PeriodKind.Month, 2026, m))]);

        var problem = Assert.Single(Assert.Throws<DocumentException>(() => Read(Text().Replace("\"quarters\": 2", "\"quarters\": 3", StringComparison.Ordinal), only2026)).Problems);

        Assert.Equal((Reason.Of("target.history-not-covered", ("value", 3), ("quarter", "2026Q3")), "$.history.quarters"), (problem.Reason, problem.Place.Path));
        Assert.Equal(Days("2026-01-01", "2026-06-30"), Read(Text(), only2026).History);
    }

    [Fact]
    public void A_measure_has_one_target()
    {
        const string Twice = """[{ "measure": "cases", "target": 120, "piece": 1 }, { "measure": "cases", "target": 100, "piece": 1 }]""";

        var problem = Assert.Single(Assert.Throws<DocumentException>(() => Read(Text(goals: Twice))).Problems);

        Assert.Equal(("document.id-twice", "$.goals[1].measure", "cases"), (problem.Reason.Code, problem.Place.Path, problem.Reason["id"].Text));
    }

    private static string Text(string goals = """[{ "measure": "cases", "target": 120, "piece": 1 }]""") =>
        """{ "id": "target", "version": 1, "effective": "2026-07-01/..", "quarter": "2026Q3", "branch": "GZ01", "goals": """ + goals
        + """, "history": { "quarters": 2 }, "benchmarks": { "perLastStep": {}, "conversions": {} } }""";

    private static TargetDocument Read(string text, IFiscalCalendar? fiscal = null) => TargetDocument.Read(
        new() { Kind = DocumentKinds.Target, Id = "target", Version = 1, EffectiveFrom = Day("2026-07-01"), Text = text }, Measures, fiscal ?? FiscalCalendars.Gregorian);
}
