using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class SmartReviewTests
{
    private static readonly DateInterval History = Days("2026-01-01", "2026-06-30");
    private static readonly FactReference AFact = new(new(FactKind.Policy, "crm", "P1"), 1);

    [Fact]
    public void A_sound_goal_gets_five_findings_that_are_all_fine()
    {
        var findings = Review(SomeGoal.Of(100m), Readings(), StatedForecaster.Of(100m, 20m));

        Assert.Equal(["smart.specific", "smart.measurable", "smart.attainable", "smart.relevant", "smart.time-bound"], findings.Select(f => f.Reason.Code));
        Assert.All(findings, f => Assert.Equal(Severity.Info, f.Severity));
        Assert.Equal("100 count", findings[0].Reason["target"].Text);
        Assert.Equal(("180 count", "1"), (findings[1].Reason["history"].Text, findings[1].Reason["facts"].Text));
        Assert.Equal("0.5 ratio", findings[2].Reason["chance"].Text);
    }

    [Fact]
    public void Specific_blocks_an_agent_whom_nobody_knows() =>
        Finds(0, Severity.Block, "smart.unknown-agent", Review(SomeGoal.Of(), new StatedReadings(Book()), StatedForecaster.Silent));

    [Theory]
    [InlineData(false)] // no reading
    [InlineData(true)] // a zero without any fact behind it
    public void Measurable_says_when_there_is_no_past(bool hasReading)
    {
        var readings = new StatedReadings(Book(Joined("A1"), Licensed("A1")));

        Finds(1, Severity.Info, "smart.no-history", Review(SomeGoal.Of(), hasReading ? readings.Says("cases", Agent("A1"), History, 0m) : readings, StatedForecaster.Silent));
    }

    // Standard normal: 0.842 deviations above expected leave 20 %, 1.282 below leave 90 %.
    [Theory]
    [InlineData(120, Severity.Warn, "smart.too-hard")] // z = 1: 15.9 %
    [InlineData(116, Severity.Info, "smart.attainable")] // z = 0.8: 21.2 %
    [InlineData(76, Severity.Info, "smart.attainable")] // z = −1.2: 88.5 %
    [InlineData(74, Severity.Warn, "smart.too-easy")] // z = −1.3: 90.3 %
    public void Attainable_weighs_the_chance_against_both_limits(int target, Severity severity, string code) =>
        Finds(2, severity, code, Review(SomeGoal.Of(target), Readings(), StatedForecaster.Of(100m, 20m)));

    [Theory]
    [InlineData(100, "smart.attainable")] // chance exactly at the lower limit is not below it
    [InlineData(99, "smart.too-easy")]
    [InlineData(101, "smart.too-hard")]
    public void The_limits_themselves_are_fair(int target, string code)
    {
        // Without deviation the chance is 0 or 1; limits of 0.5 leave only a chance of one half between them.
        var forecaster = target == 100 ? StatedForecaster.Of(100m, 1m) : StatedForecaster.Of(100m, 0m);
        var findings = new SmartReview(forecaster).Review(
            SomeGoal.Of(target), Readings(), History, new SmartLimits { TooHardBelow = 0.5m, TooEasyAbove = 0.5m }, Day("2026-07-01"));

        Assert.Equal(code, findings[2].Reason.Code);
    }

    [Fact]
    public void Attainable_turns_round_where_lower_is_better()
    {
        var goal = SomeGoal.Of(80m, direction: Direction.LowerIsBetter); // at most 80 when 100 ± 20 is usual: 15.9 %

        Finds(2, Severity.Warn, "smart.too-hard", Review(goal, Readings(), StatedForecaster.Of(100m, 20m)));
    }

    [Fact]
    public void Attainable_cannot_be_said_without_a_forecast() =>
        Finds(2, Severity.Info, "smart.attainability-unknown", Review(SomeGoal.Of(), Readings(), StatedForecaster.Silent));

    [Theory]
    [InlineData("2026-06-20", "2026-06-20")] // before the quarter: that day
    [InlineData("2026-07-10", "2026-06-30")] // in the quarter: the day before it
    public void The_forecast_never_looks_into_the_goals_own_period(string on, string asOf)
    {
        var forecaster = StatedForecaster.Silent;

        new SmartReview(forecaster).Review(SomeGoal.Of(), Readings(), History, new(), Day(on));

        Assert.Equal(Day(asOf), forecaster.AskedAsOf);
    }

    [Fact]
    public void Relevant_warns_where_no_certificate_is_known() =>
        Finds(3, Severity.Warn, "smart.licence-unknown", Review(SomeGoal.Of(), new StatedReadings(Book(Joined("A1"))), StatedForecaster.Silent));

    [Theory]
    [InlineData("2024-01-01", "2026-06-30")] // ended the day before
    [InlineData("2026-07-02", null)] // begins the day after
    public void Relevant_blocks_who_may_not_sell_on_the_first_day(string from, string? until) =>
        Finds(3, Severity.Block, "smart.no-licence", Review(SomeGoal.Of(), new StatedReadings(Book(Joined("A1"), Licensed("A1", from, until))), StatedForecaster.Silent));

    [Theory]
    [InlineData("2026-09-29", "smart.licence-ends")]
    [InlineData("2026-09-30", "smart.relevant")] // valid to the last day
    public void Relevant_warns_when_the_certificate_ends_before_the_period_does(string until, string code)
    {
        var finding = Review(SomeGoal.Of(), new StatedReadings(Book(Joined("A1"), Licensed("A1", until: until))), StatedForecaster.Silent)[3];

        Assert.Equal(code, finding.Reason.Code);
        Assert.True(code != "smart.licence-ends" || (finding.Severity == Severity.Warn && finding.Reason["date"].Text == until));
    }

    [Theory]
    [InlineData("2026-07-07", Severity.Info, "smart.time-bound")]
    [InlineData("2026-07-08", Severity.Warn, "smart.late-start")]
    public void Time_bound_allows_the_first_week(string on, Severity severity, string code) =>
        Finds(4, severity, code, new SmartReview(StatedForecaster.Silent).Review(SomeGoal.Of(), Readings(), History, new(), Day(on)));

    private static StatedReadings Readings() =>
        new StatedReadings(Book(Joined("A1"), Licensed("A1"))).Says("cases", Agent("A1"), History, 180m, AFact);

    private static IReadOnlyList<Finding> Review(Goal goal, StatedReadings readings, StatedForecaster forecaster) =>
        new SmartReview(forecaster).Review(goal, readings, History, new(), Day("2026-07-01"));

    private static void Finds(int letter, Severity severity, string code, IReadOnlyList<Finding> findings) =>
        Assert.Equal((severity, code), (findings[letter].Severity, findings[letter].Reason.Code));
}
