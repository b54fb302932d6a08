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

    [Fact]
    public void A_goal_needs_a_measure_that_is_known_in_its_own_unit()
    {
        var readings = Readings().Knows("cases", Unit.Count);

        Assert.Empty(Beyond(SomeGoal.Of(100m), readings));
        Assert.Equal([(Severity.Block, "smart.unknown-measure")], Beyond(SomeGoal.Of(100m, measure: "casks"), readings));
        Assert.Empty(Beyond(SomeGoal.Of(100m, measure: "casks") with { Source = GoalSource.Manual }, readings));
        Assert.Equal([(Severity.Block, "smart.other-unit")], Beyond(SomeGoal.Of(100m, unit: Unit.Money("CNY")), readings));
    }

    [Theory]
    [InlineData(Direction.HigherIsBetter, 101, true)]
    [InlineData(Direction.HigherIsBetter, 100, false)]
    [InlineData(Direction.LowerIsBetter, 99, true)]
    [InlineData(Direction.LowerIsBetter, 100, false)]
    public void A_stretch_lies_beyond_the_target(Direction direction, int stretch, bool isFine) =>
        Assert.Equal(
            isFine ? [] : [(Severity.Warn, "smart.stretch-not-beyond")],
            Beyond(SomeGoal.Of(100m, direction: direction) with { Stretch = Quantity.Count(stretch) }, Readings().Knows("cases", Unit.Count)));

    // 66 working days in the quarter: a fifth is 13.2.
    [Theory]
    [InlineData("2026-08-19", false)] // thirteen working days from 3 August on
    [InlineData("2026-08-20", true)] // fourteen
    public void Much_leave_is_worth_a_word_until_the_target_was_lowered_for_it(string until, bool isMuch)
    {
        var readings = new StatedReadings(Book(Joined("A1"), Licensed("A1"), ProRaterTests.Away("A1", "sick", "2026-08-03", until))).Knows("cases", Unit.Count);
        var lowered = SomeGoal.Of(100m).Adjust(SomeGoal.To(80m, "2026-07-01", kind: AdjustmentKind.Leave), SomeGoal.ByManager);

        Assert.Equal(isMuch ? [(Severity.Warn, "smart.much-leave")] : [], Beyond(SomeGoal.Of(100m), readings));
        Assert.Empty(Beyond(lowered, readings));
    }

    // The quarter before, in work months: 31 March belongs to it, 30 June to the goal's own quarter.
    [Fact]
    public void Last_times_growth_looks_at_the_fiscal_quarter_before()
    {
        var before = Days("2026-03-26", "2026-06-25");
        var readings = new StatedReadings(Book(Joined("A1"), Joined("A2"), Joined("A3"))) { Calendars = new(WorkCalendars.China, FiscalCalendars.WorkMonths()) }.Knows("cases", Unit.Count)
            .Says("cases", Agent("A1"), before, 100m).Says("cases", Agent("A2"), before, 200m).Says("cases", Agent("A3"), before, 50m);
        var branch = SomeGoal.Of(420m) with { Subject = Subject.Branch("B1"), Period = Days("2026-06-26", "2026-09-25") };
        Goal[] all = [branch, .. new[] { ("A1", 120m), ("A2", 240m), ("A3", 60m) }.Select(p => SomeGoal.Of(p.Item2, agent: p.Item1) with { Parent = branch.Id, Period = branch.Period })];

        Assert.Equal([(Severity.Info, "smart.last-times-growth")], Beyond(branch, readings, c => c with { Goals = all }));
    }

    // Wednesdays only: 14 of the quarter's. Leave takes three of them, a fifth is 2.8.
    [Fact]
    public void Much_leave_is_measured_in_the_agents_own_days()
    {
        var readings = new StatedReadings(Book(Joined("A1") with { WorksOn = Weekdays.Wednesday }, Licensed("A1"), ProRaterTests.Away("A1", "sick", "2026-08-05", "2026-08-19")))
            .Knows("cases", Unit.Count);

        var finding = SmartPolicies.Default(SomeGoal.Of(100m), Context(readings))[5].Reason;

        Assert.Equal(("smart.much-leave", "3", "14"), (finding.Code, finding["days"].Text, finding["of"].Text));
    }

    [Theory]
    [InlineData(null, null, "66")]
    [InlineData(Weekdays.Monday | Weekdays.Tuesday, null, "26")] // Monday 6 July to Tuesday 29 September
    [InlineData(null, "2026-07-31", "43")] // on leave through July
    public void Attainable_tells_how_many_of_the_working_days_are_the_agents(Weekdays? worksOn, string? awayUntil, string days)
    {
        Fact[] facts = [Joined("A1") with { WorksOn = worksOn }, Licensed("A1"), .. awayUntil is null ? [] : new Fact[] { ProRaterTests.Away("A1", "sick", "2026-07-01", awayUntil) }];

        var finding = Review(SomeGoal.Of(100m), new StatedReadings(Book(facts)), StatedForecaster.Of(100m, 20m))[2].Reason;

        Assert.Equal((days, "66"), (finding["days"].Text, finding["of"].Text));
    }

    [Theory]
    [InlineData("2026-07-19", "smart.time-bound", null)] // back on Monday the 13th: the first week ends on the 19th
    [InlineData("2026-07-20", "smart.late-start", "53")]
    public void Time_bound_counts_the_first_week_from_the_agents_first_working_day(string on, string code, string? left)
    {
        var readings = new StatedReadings(Book(Joined("A1"), Licensed("A1"), ProRaterTests.Away("A1", "sick", "2026-06-01", "2026-07-12")));

        var finding = new SmartReview(StatedForecaster.Silent).Review(SomeGoal.Of(), readings, History, new(), Day(on))[4].Reason;

        Assert.Equal((code, "58"), (finding.Code, finding["days"].Text));
        Assert.True(left is null || finding["left"].Text == left);
    }

    [Fact]
    public void Time_bound_warns_when_the_agent_works_on_no_day_of_the_period() =>
        Finds(4, Severity.Warn, "smart.no-working-day", Review(
            SomeGoal.Of(), new StatedReadings(Book(Joined("A1"), Licensed("A1"), ProRaterTests.Away("A1", "maternity", "2026-06-01", "2026-10-31"))), StatedForecaster.Silent));

    [Fact]
    public void Attainable_forecasts_a_team_with_the_teams_below_it()
    {
        var below = new TeamFact { Origin = new("crm", "T2"), Date = Day("2024-01-01"), Team = new("T2"), Parent = new("T1") };
        var readings = new StatedReadings(Book(Joined("A1"), Assigned("A1", "T1"), Joined("A2"), Assigned("A2", "T2"), below)).Knows("cases", Unit.Count)
            .Says("cases", Team("T1"), History, 30m).Says("cases", Team("T2"), History, 12m);
        var forecaster = new ReadingForecaster(History);

        new SmartReview(forecaster).Review(SomeGoal.Of() with { Subject = Team("T1") }, readings, History, new(), Day("2026-07-01"));

        Assert.Equal(Quantity.Count(42m), forecaster.Read);
    }

    [Theory]
    [InlineData("annuity", "annuity", false)]
    [InlineData("annuity", "life", true)]
    [InlineData(null, "life", false)] // nothing special needed
    [InlineData("annuity", null, false)] // a certificate without scope permits everything
    public void What_a_goal_needs_must_be_in_the_certificates_scope(string? needed, string? scope, bool isBlocked)
    {
        var readings = new StatedReadings(Book(Joined("A1"), Licensed("A1") with { Scope = scope })).Knows("cases", Unit.Count);

        Assert.Equal(isBlocked ? [(Severity.Block, "smart.not-in-scope")] : [], Beyond(SomeGoal.Of(100m), readings, c => c with { LicenceScope = needed }));
    }

    [Theory]
    [InlineData(120, 240, 60, true)] // each × 1.2
    [InlineData(121, 239, 60, true)] // within a piece
    [InlineData(130, 230, 60, false)]
    public void Last_times_growth_for_everybody_is_named(int first, int second, int third, bool isNamed)
    {
        var readings = new StatedReadings(Book(Joined("A1"), Joined("A2"), Joined("A3"))).Knows("cases", Unit.Count)
            .Always("cases", Agent("A1"), 100m).Always("cases", Agent("A2"), 200m).Always("cases", Agent("A3"), 50m);
        var branch = SomeGoal.Of(420m) with { Subject = Subject.Branch("B1") };
        Goal[] all = [branch, Part("A1", first), Part("A2", second), Part("A3", third)];

        Assert.Equal(isNamed ? [(Severity.Info, "smart.last-times-growth")] : [], Beyond(branch, readings, c => c with { Goals = all }));
        Goal Part(string agent, int target) => SomeGoal.Of(target, agent: agent) with { Parent = branch.Id };
    }

    [Fact]
    public void Teams_are_reviewed_with_their_members()
    {
        var readings = new StatedReadings(Book(Joined("A1"), Assigned("A1", "T1"), Licensed("A1"), Joined("A2"), Assigned("A2", "T1"), Licensed("A2", until: "2026-06-30")))
            .Knows("cases", Unit.Count);

        var team = Review(SomeGoal.Of() with { Subject = Team("T1") }, readings, StatedForecaster.Silent);
        var unknown = Review(SomeGoal.Of() with { Subject = Team("T9") }, readings, StatedForecaster.Silent);

        Finds(3, Severity.Warn, "smart.members-without-licence", team);
        Assert.Equal(("2", "1"), (team[3].Reason["members"].Text, team[3].Reason["without"].Text));
        Finds(0, Severity.Block, "smart.unknown-team", unknown);
    }

    // What is found beyond the five letters.
    private static IEnumerable<(Severity, string)> Beyond(Goal goal, StatedReadings readings, Func<SmartContext, SmartContext>? with = null)
    {
        return SmartPolicies.Default(goal, (with ?? (c => c))(Context(readings))).Skip(5).Select(f => (f.Severity, f.Reason.Code));
    }

    private static SmartContext Context(StatedReadings readings) => new()
    {
        Readings = readings, History = History, Limits = new(), On = Day("2026-07-01"), Forecaster = StatedForecaster.Silent,
    };

    private static StatedReadings Readings() =>
        new StatedReadings(Book(Joined("A1"), Licensed("A1"))).Says("cases", Agent("A1"), History, 180m, AFact);

    private static IReadOnlyList<Finding> Review(Goal goal, StatedReadings readings, StatedForecaster forecaster) =>
        new SmartReview(forecaster).Review(goal, readings, History, new(), Day("2026-07-01"));

    private static void Finds(int letter, Severity severity, string code, IReadOnlyList<Finding> findings) =>
        Assert.Equal((severity, code), (findings[letter].Severity, findings[letter].Reason.Code));
}
