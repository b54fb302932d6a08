using CsCheck;
using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class BackwardPlannerTests
{
    private static readonly DateInterval History = Days("2026-01-01", "2026-06-30");

    [Fact]
    public void Golden_A1_income_of_50_000_at_400_a_case_and_30_percent_closing_takes_125_sales_and_417_quotes()
    {
        var readings = new StatedReadings(Book(Joined("A1")), "quotes", "sales");
        var benchmarks = Benchmarks(perLastStep: [("income", 400m)], conversions: [("sales", 0.3m)]);

        var plan = BackwardPlanner.Plan(SomeGoal.Of(50_000m, measure: "income", unit: Unit.Money("CNY")), readings, History, benchmarks)!;

        Assert.Equal([("sales", 125), ("quotes", 417)], plan.Steps.Select(s => (s.Measure.Value, s.Needed)));
        Assert.All(plan.Steps, s => Assert.Equal((PlanBasis.Benchmark, 0), (s.Basis, s.SampleSize)));
        Assert.Equal(["plan.benchmark-ratio", "plan.benchmark-ratio"], plan.Findings.Where(f => f.Severity == Severity.Info).Select(f => f.Reason.Code));
    }

    [Fact]
    public void Golden_A2_one_client_takes_3_fact_finders_and_10_suspects()
    {
        var readings = new StatedReadings(Book(Joined("A1")), "suspects", "fact-finders", "clients");

        // 3 of 10 suspects, 1 of 3 fact-finders: a third has no decimal, so four digits stand in; 1 ÷ 0.3334 is still 3 after rounding up.
        var plan = BackwardPlanner.Plan(SomeGoal.Of(1m, measure: "clients"), readings, History, Benchmarks([], [("fact-finders", 0.3m), ("clients", 0.3334m)]))!;

        Assert.Equal([("clients", 1), ("fact-finders", 3), ("suspects", 10)], plan.Steps.Select(s => (s.Measure.Value, s.Needed)));
    }

    [Fact]
    public void Golden_A2_with_ratios_measured_on_the_agents_own_past_is_exact()
    {
        var readings = new StatedReadings(Book(Joined("A1")), "suspects", "fact-finders", "clients")
            .Says("suspects", Agent("A1"), History, 100m).Says("fact-finders", Agent("A1"), History, 30m).Says("clients", Agent("A1"), History, 10m);

        var plan = BackwardPlanner.Plan(SomeGoal.Of(10m, measure: "clients"), readings, History, Benchmarks())!;

        Assert.Equal([10, 30, 100], plan.Steps.Select(s => s.Needed));
        Assert.Equal([Quantity.Ratio(1m, 1m), Quantity.Ratio(1m, 3m), Quantity.Ratio(3m, 10m)], plan.Steps.Select(s => s.Ratio));
        Assert.All(plan.Steps, s => Assert.Equal(PlanBasis.Own, s.Basis));
        Assert.Equal([0, 30, 100], plan.Steps.Select(s => s.SampleSize));
        Assert.Empty(plan.Findings);
    }

    [Theory]
    [InlineData(10, 10, PlanBasis.Own, 10)] // the threshold itself is enough
    [InlineData(9, 10, PlanBasis.Team, 10)]
    [InlineData(9, 9, PlanBasis.Benchmark, 0)]
    public void Ratios_come_from_the_agent_then_the_team_then_the_benchmark(int own, int team, PlanBasis basis, int sample)
    {
        var readings = new StatedReadings(Book(Joined("A1"), Assigned("A1", "T1")), "quotes", "sales")
            .Says("quotes", Agent("A1"), History, own).Says("sales", Agent("A1"), History, 5m)
            .Says("quotes", Team("T1"), History, team).Says("sales", Team("T1"), History, 4m);

        var plan = BackwardPlanner.Plan(SomeGoal.Of(12m, measure: "sales"), readings, History, Benchmarks([], [("sales", 0.5m)]))!;

        Assert.Equal((basis, sample), (plan.Steps[1].Basis, plan.Steps[1].SampleSize));
        Assert.Equal(basis switch { PlanBasis.Own => 24, PlanBasis.Team => 30, _ => 24 }, plan.Steps[1].Needed);
    }

    [Theory]
    [InlineData("en", "cases: planned with the benchmark 15,000.00 CNY")]
    [InlineData("zh-CN", "采用基准 15,000.00")]
    public void What_one_sale_brings_is_told_in_the_goals_own_unit(string culture, string text)
    {
        var readings = new StatedReadings(Book(Joined("A1")), "cases").Knows("premium", Unit.Money("CNY"));

        var step = BackwardPlanner.Plan(SomeGoal.Of(60_000m, measure: "premium", unit: Unit.Money("CNY")), readings, History, Benchmarks(perLastStep: [("premium", 15_000m)], []))!;

        Assert.Equal(Quantity.Of(15_000m, Unit.Money("CNY")), Assert.Single(step.Steps).Ratio);
        Assert.Contains(
            text, new TextCatalogue([ResourceTexts.Domain]).Explain(Assert.Single(step.Findings).Reason, System.Globalization.CultureInfo.GetCultureInfo(culture)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_large_past_in_which_nothing_came_through_is_told()
    {
        var readings = new StatedReadings(Book(Joined("A1"), Assigned("A1", "T1")), "quotes", "sales")
            .Says("quotes", Agent("A1"), History, 50m).Says("sales", Agent("A1"), History, 0m)
            .Says("quotes", Team("T1"), History, 200m).Says("sales", Team("T1"), History, 20m);

        var plan = BackwardPlanner.Plan(SomeGoal.Of(2m, measure: "sales"), readings, History, Benchmarks())!;

        Assert.Equal(PlanBasis.Team, plan.Steps[1].Basis);
        Assert.Contains(new Finding(Severity.Warn, Reason.Of("plan.own-ratio-zero", ("measure", new MeasureId("quotes")), ("into", new MeasureId("sales")), ("sample", 50))), plan.Findings);
    }

    [Fact]
    public void Weeks_are_those_of_the_companys_calendar()
    {
        var calendars = new Calendars(WorkCalendars.China, FiscalCalendars.Gregorian.WithWeeksFrom(IsoDayOfWeek.Sunday));
        var readings = new StatedReadings(Book(Joined("A1")), "sales") { Calendars = calendars };

        var weeks = BackwardPlanner.Plan(SomeGoal.Of(10m, measure: "sales"), readings, History, Benchmarks())!.Weeks;

        Assert.Equal([Days("2026-07-01", "2026-07-04"), Days("2026-07-05", "2026-07-11")], weeks.Take(2).Select(w => w.Days));
        Assert.Equal(Days("2026-09-27", "2026-09-30"), weeks[^1].Days);
    }

    [Fact]
    public void A_plan_made_anew_keeps_its_past_weeks_and_plans_what_is_left()
    {
        // Half of the quotes close. By 31 July 4 of 20 sales are there; then the target rises to 30.
        var readings = new StatedReadings(Book(Joined("A1")), "quotes", "sales").Says("sales", Agent("A1"), Days("2026-07-01", "2026-07-31"), 4m);
        var benchmarks = Benchmarks([], [("sales", 0.5m)]);
        var goal = SomeGoal.Of(20m, measure: "sales");
        var before = BackwardPlanner.Plan(goal, readings, History, benchmarks)!;
        var revision = new PlanRevision(Day("2026-08-01"), SomeGoal.Manager, "territory", Quantity.Count(30m));

        var after = BackwardPlanner.Replan(before, goal.AdjustedTo(30m, "2026-08-01"), readings, History, benchmarks, revision)!;

        // 1 August is the Saturday of a week that goes on; four weeks are over by then.
        Assert.Equal(before.Weeks.Take(4), after.Weeks.Take(4));
        Assert.Equal(before.Weeks.Select(w => w.Days), after.Weeks.Select(w => w.Days));
        Assert.Equal(26, after.Weeks.Skip(4).Sum(w => w.Activities[new("sales")]));
        Assert.Equal(52, after.Weeks.Skip(4).Sum(w => w.Activities[new("quotes")]));
        Assert.Equal(0, after.Weeks[4].Activities[new("quotes")]); // a weekend is left of it
        Assert.All(after.Steps, s => Assert.Equal(s.Needed, after.Weeks.Sum(w => w.Activities[s.Measure])));
        Assert.Equal([revision], after.Revisions);
    }

    [Fact]
    public void A_plan_is_made_anew_only_for_its_own_goal_while_that_runs()
    {
        var (readings, goal) = (new StatedReadings(Book(Joined("A1")), "sales"), SomeGoal.Of(20m, measure: "sales"));
        var plan = BackwardPlanner.Plan(goal, readings, History, Benchmarks())!;
        PlanRevision On(string date) => new(Day(date), SomeGoal.Manager, "late", goal.Target);

        Assert.Throws<ArgumentException>(() => BackwardPlanner.Replan(plan, goal, readings, History, Benchmarks(), On("2026-10-01")));
        Assert.Throws<ArgumentException>(() => BackwardPlanner.Replan(plan, goal with { Id = new("other") }, readings, History, Benchmarks(), On("2026-08-01")));
    }

    [Fact]
    public void A_past_in_which_nothing_came_through_is_no_ratio()
    {
        var readings = new StatedReadings(Book(Joined("A1")), "quotes", "sales")
            .Says("quotes", Agent("A1"), History, 50m).Says("sales", Agent("A1"), History, 0m);

        Assert.Equal(PlanBasis.Benchmark, BackwardPlanner.Plan(SomeGoal.Of(12m, measure: "sales"), readings, History, Benchmarks([], [("sales", 0.5m)]))!.Steps[1].Basis);
    }

    [Fact]
    public void What_one_sale_brings_is_measured_too()
    {
        var readings = new StatedReadings(Book(Joined("A1")), "sales").Knows("premium", Unit.Money("CNY"))
            .Says("premium", Agent("A1"), History, 70_000m).Says("sales", Agent("A1"), History, 12m);

        var plan = BackwardPlanner.Plan(SomeGoal.Of(60_000m, measure: "premium", unit: Unit.Money("CNY")), readings, History, Benchmarks())!;

        // 60,000 ÷ (70,000 ÷ 12) = 10.29
        Assert.Equal(11, Assert.Single(plan.Steps).Needed);
    }

    [Fact]
    public void Without_past_and_benchmark_there_is_no_plan()
    {
        var readings = new StatedReadings(Book(Joined("A1")), "quotes", "sales");

        Assert.Null(BackwardPlanner.Plan(SomeGoal.Of(measure: "premium"), readings, History, Benchmarks([], [("sales", 0.5m)])));
        Assert.Null(BackwardPlanner.Plan(SomeGoal.Of(measure: "sales"), readings, History, Benchmarks()));
        Assert.Null(BackwardPlanner.Plan(SomeGoal.Of(measure: "sales"), new StatedReadings(Book(Joined("A1"))), History, Benchmarks()));
    }

    [Fact]
    public void Weeks_go_from_monday_to_sunday_cut_at_the_ends_of_the_quarter()
    {
        var plan = BackwardPlanner.Plan(SomeGoal.Of(10m, measure: "sales"), new StatedReadings(Book(Joined("A1")), "sales"), History, Benchmarks())!;

        // 1 July 2026 is a Wednesday, 30 September a Wednesday.
        Assert.Equal(14, plan.Weeks.Count);
        Assert.Equal(Days("2026-07-01", "2026-07-05"), plan.Weeks[0].Days);
        Assert.Equal(Days("2026-07-06", "2026-07-12"), plan.Weeks[1].Days);
        Assert.Equal(Days("2026-09-28", "2026-09-30"), plan.Weeks[^1].Days);
    }

    [Fact]
    public void A_quarter_that_begins_on_a_sunday_begins_with_a_week_of_one_day()
    {
        var goal = SomeGoal.Of(10m, measure: "sales") with { Period = Days("2026-11-01", "2026-11-30") };

        var weeks = BackwardPlanner.Plan(goal, new StatedReadings(Book(Joined("A1")), "sales"), History, Benchmarks())!.Weeks;

        Assert.Equal([Days("2026-11-01", "2026-11-01"), Days("2026-11-02", "2026-11-08")], weeks.Take(2).Select(w => w.Days));
        Assert.Equal(0, weeks[0].Activities[new("sales")]);
    }

    [Fact]
    public void The_weeks_of_every_step_sum_to_what_is_needed_and_no_entry_is_planned_below_zero() =>
        Gen.Select(Gen.Int[0, 2000], Gen.Int[1, 60], Gen.Bool).Sample(
            (target, sold, works) =>
            {
                var calendars = works ? new StatedCalendars() : new StatedCalendars(work: new NeverWorking());
                var readings = new StatedReadings(Book(Joined("A1")), "quotes", "sales") { Calendars = calendars.For(new("tenant")) }
                    .Says("quotes", Agent("A1"), History, 60m).Says("sales", Agent("A1"), History, sold);

                var plan = BackwardPlanner.Plan(SomeGoal.Of(target, measure: "sales"), readings, History, Benchmarks())!;

                Assert.All(plan.Steps, s => Assert.Equal(s.Needed, plan.Weeks.Sum(w => w.Activities[s.Measure])));
                Assert.All(plan.Weeks, w => Assert.All(w.Activities.Values, a => Assert.True(a >= 0)));
                var quotes = plan.Steps[1].Needed;
                Assert.True(quotes * sold >= target * 60 && (quotes - 1) * sold < target * 60);
            },
            iter: 100);

    [Theory]
    [InlineData(264, 0)] // 66 working days × 4: every week exactly full
    [InlineData(265, 1)]
    public void A_week_beyond_capacity_is_a_warning(int target, int findings)
    {
        var plan = BackwardPlanner.Plan(SomeGoal.Of(target, measure: "sales"), new StatedReadings(Book(Joined("A1")), "sales"), History, Benchmarks())!;

        Assert.Equal(findings, plan.Findings.Count);
        Assert.All(plan.Findings, f => Assert.Equal((Severity.Warn, "plan.over-capacity"), (f.Severity, f.Reason.Code)));
        Assert.All(plan.Findings, f => Assert.Equal(decimal.Parse(f.Reason["capacity"].Text, System.Globalization.CultureInfo.InvariantCulture) + 1m, decimal.Parse(f.Reason["planned"].Text, System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Serves_the_goal_it_was_made_for()
    {
        var plan = BackwardPlanner.Plan(SomeGoal.Of(10m, measure: "sales"), new StatedReadings(Book(Joined("A1")), "sales"), History, Benchmarks())!;

        Assert.Equal((Id("A1"), SomeGoal.Of(measure: "sales").Id, "2026Q3/sales/agent:A1"), (plan.Agent, plan.Goal, plan.Key));
    }

    private static PlanBenchmarks Benchmarks() => Benchmarks([], []);

    private static PlanBenchmarks Benchmarks((string Measure, decimal Ratio)[] perLastStep, (string Measure, decimal Ratio)[] conversions) => new()
    {
        PerLastStep = perLastStep.ToDictionary(r => new MeasureId(r.Measure), r => r.Ratio),
        Conversions = conversions.ToDictionary(r => new MeasureId(r.Measure), r => r.Ratio),
    };
}
