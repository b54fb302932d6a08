using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

/// <summary>Checkpoints of goals whose period is no quarter. Agent A1 has done a hundred of two hundred cases, whenever one asks; working days are China's.</summary>
public class AnyPeriodMonitoringTests
{
    private static readonly LocalDate Monday = Day("2026-08-17");
    private static readonly StatedForecaster Forecaster = StatedForecaster.Of(120m, 10m);

    // Working days over and in all: August 10 of 21; 26 July to 25 August 15 of 22; July and August 33 of the half-year's 66 + 62; 59 + 61 + 33 of the year's 248. Half of the target is there.
    [Theory]
    [InlineData("month", "2026-08-01", "2026-08-31", 10, 21, GoalStatus.OnTrack, "9.1")] // 100 ÷ 11
    [InlineData("work month", "2026-07-26", "2026-08-25", 15, 22, GoalStatus.OffTrack, "14.29")] // 100 ÷ 7
    [InlineData("half-year", "2026-07-01", "2026-12-31", 33, 128, GoalStatus.Ahead, "1.06")] // 100 ÷ 95
    [InlineData("year", "2026-01-01", "2026-12-31", 153, 248, GoalStatus.Behind, "1.06")] // 100 ÷ 95
    [InlineData("contest", "2026-08-10", "2026-08-21", 5, 10, GoalStatus.OnTrack, "20")] // 100 ÷ 5
    public async Task Each_goal_is_looked_at_in_its_own_period(string name, string from, string to, int over, int days, GoalStatus status, string neededPerDay)
    {
        var branch = With(Goal(name, from, to));

        var checkpoint = Assert.Single(await Run(branch));

        Assert.Equal((new GoalId(name), name, Day("2026-08-16"), status), (checkpoint.Goal, checkpoint.Partition, checkpoint.AsOf, checkpoint.Status));
        Assert.Equal(Quantity.Fraction(200m * over, days, Unit.Count), checkpoint.Expected);
        Assert.Equal(neededPerDay, checkpoint.NeededPerDay?.ToDecimal().ToString("0.##", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(Forecaster.Answer, checkpoint.Forecast);
        Assert.Equal((Days(from, to), Day("2026-08-16")), (Forecaster.AskedPeriod, Forecaster.AskedAsOf));
        Assert.Equal([checkpoint], branch.Checkpoints.All);
    }

    // The cause is looked for at most 91 days back, and never before the goal's first day.
    [Theory]
    [InlineData("work months", "2026-07-26", "2026-08-25", "2026-07-26", "2025-07-26", "2026-07-25")]
    [InlineData("civil", "2026-01-01", "2026-12-31", "2026-05-18", "2025-01-01", "2025-12-31")]
    [InlineData("civil", "2026-01-05", "2026-12-31", "2026-05-18", "2025-01-01", "2026-01-04")] // whole months, and the days since
    public async Task What_is_usual_are_the_twelve_fiscal_months_before_the_goals_own_period(
        string calendar, string from, string to, string recentFrom, string usualFrom, string usualTo)
    {
        var causes = StatedCauses.None;
        var branch = With(calendar == "civil" ? FiscalCalendars.Gregorian : FiscalCalendars.WorkMonths(), Goal("own", from, to) with { Revisions = SomeGoal.Of(400m).Revisions });
        branch.Causes = causes;

        await Run(branch);

        Assert.Equal([(Agent("A1"), Days(recentFrom, "2026-08-16"), Days(usualFrom, usualTo))], causes.Asked);
    }

    [Fact]
    public async Task How_far_back_says_the_policy_as_far_as_the_calendar_goes()
    {
        var causes = StatedCauses.None;
        var branch = With(new CivilSince(2026), Goal("month", "2026-08-01", "2026-08-31") with { Revisions = SomeGoal.Of(400m).Revisions });
        (branch.Causes, branch.CheckpointPolicies) = (causes, new() { HistoryInMonths = 3 });

        await Run(branch);
        branch.CheckpointPolicies = new() { HistoryInMonths = 24 };
        await branch.Monitoring.RunDueAsync(Branch.Call, Day("2026-08-24"), null, default).OrThrow();

        Assert.Equal([Days("2026-05-01", "2026-07-31"), Days("2026-01-01", "2026-07-31")], causes.Asked.Select(a => a.Usual));
        Assert.Throws<ArgumentException>(() => new CheckpointPolicies { HistoryInMonths = 0 });
    }

    [Fact]
    public async Task The_cadence_is_asked_for_each_goals_own_period()
    {
        var branch = With(Goal("month", "2026-08-01", "2026-08-31"), Goal("year", "2026-01-01", "2026-12-31"), Goal("July", "2026-07-01", "2026-07-31"));
        branch.CheckpointPolicies = new() { Cadence = (today, period, _) => today == period.End.PlusDays(1) || (period.Length > 31 && today == Monday) };

        Assert.Equal(["year"], (await Run(branch)).Select(c => c.Goal.Value));
        Assert.Equal(["July"], (await branch.Monitoring.RunDueAsync(Branch.Call, Day("2026-08-01"), null, default).OrThrow()).Select(c => c.Goal.Value));
        Assert.Empty(await branch.Monitoring.RunDueAsync(Branch.Call, Day("2026-08-02"), null, default).OrThrow());
    }

    [Fact]
    public async Task The_cascades_quarters_are_among_them_without_their_months_and_as_the_run_of_the_quarter_makes_them()
    {
        var (all, quarter) = (new Branch(), new Branch());
        await all.OpenAndAgreeAsync();
        await quarter.OpenAndAgreeAsync();
        all.Goals.Put(Goal("month", "2026-08-01", "2026-08-31"));
        all.Documents = quarter.Documents = Since("2025-01-01");

        var made = await Run(all);
        var ofTheQuarter = await quarter.Monitoring.RunDueAsync(Branch.Call, Q3, Monday, null, default).OrThrow();

        Assert.Equal([.. ofTheQuarter.Select(c => c.Key), "month@2026-08-16"], made.Select(c => c.Key));
        Assert.Equal(ofTheQuarter.Select(c => (c.Expected, c.Status, c.Target)), made.SkipLast(1).Select(c => (c.Expected, c.Status, c.Target)));
    }

    [Fact]
    public async Task Running_a_day_again_changes_nothing_and_gives_the_same()
    {
        var branch = With(Goal("month", "2026-08-01", "2026-08-31"), Goal("year", "2026-01-01", "2026-12-31"));

        var first = await Run(branch);
        var second = await Run(branch);

        Assert.Equal(["month@2026-08-16", "year@2026-08-16"], first.Select(c => c.Key));
        Assert.Equal(first, second);
        Assert.Equal(2, branch.Checkpoints.Writes);
    }

    [Fact]
    public async Task On_demand_those_are_looked_at_whose_period_has_the_day()
    {
        var branch = With(Goal("July", "2026-07-01", "2026-07-31"), Goal("month", "2026-08-01", "2026-08-31"), Goal("of A2", "2026-08-01", "2026-08-31") with { Subject = Agent("A2") });

        var some = await branch.Monitoring.RunNowAsync(Branch.Call, Day("2026-08-18"), [Id("A1")], null, default).OrThrow();
        var all = await branch.Monitoring.RunNowAsync(Branch.Call, Day("2026-08-18"), [], null, default).OrThrow();

        Assert.Equal([("month@2026-08-18", true)], some.Select(c => (c.Key, c.IsAdHoc)));
        Assert.Equal(["month@2026-08-18", "of A2@2026-08-18"], all.Select(c => c.Key));
    }

    [Fact]
    public async Task Who_may_not_decide_on_everybodys_checkpoints_is_refused()
    {
        var branch = With(Goal("month", "2026-08-01", "2026-08-31"));
        branch.Edge.Access = AccessPolicies.System;

        var due = Assert.IsType<UseCaseResult<IReadOnlyList<Checkpoint>>.Refused>(await branch.Monitoring.RunDueAsync(Branch.Call, Monday, null, default));
        var now = Assert.IsType<UseCaseResult<IReadOnlyList<Checkpoint>>.Refused>(await branch.Monitoring.RunNowAsync(Branch.Call, Monday, [Id("A1")], null, default));

        Assert.Equal(["access.outside-scope", "access.outside-scope"], [due.Findings[0].Reason.Code, now.Findings[0].Reason.Code]);
        Assert.Empty(branch.Checkpoints.All);
    }

    private static Branch With(params Goal[] goals) => With(FiscalCalendars.Gregorian, goals);

    private static Branch With(IFiscalCalendar fiscal, params Goal[] goals)
    {
        var branch = new Branch { Fiscal = fiscal, Forecaster = Forecaster, Documents = Since("2025-01-01") };
        foreach (var goal in goals)
        {
            branch.Goals.Put(goal);
        }

        return branch;
    }

    private static ActivityMgmt.Testing.InMemoryDocumentStore Since(string day) => Branch.With(
        Branch.Document(DocumentKinds.Kpis, "{}") with { EffectiveFrom = Day(day) }, Branch.Document(DocumentKinds.Target, Branch.Target) with { EffectiveFrom = Day(day) });

    private static Goal Goal(string name, string from, string to) => SomeGoal.Of(200m) with { Id = new(name), Partition = name, Period = Days(from, to) };

    private static Task<IReadOnlyList<Checkpoint>> Run(Branch branch) => branch.Monitoring.RunDueAsync(Branch.Call, Monday, null, default).OrThrow();

    // Civil months from a year on; nothing is known of those before.
    private sealed class CivilSince(int first) : IFiscalCalendar
    {
        public BusinessPeriod PeriodContaining(PeriodKind kind, LocalDate date) => date.Year < first
            ? throw new BrokenRuleException(new TheFiscalCalendarCoversThePeriodRule(new(new(first, 1, 1), new(9998, 12, 31)), date.ToString()))
            : FiscalCalendars.Gregorian.PeriodContaining(kind, date);

        public BusinessPeriod PeriodOf(PeriodKind kind, int year, int number) => FiscalCalendars.Gregorian.PeriodOf(kind, year, number);
    }
}
