using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

/// <summary>A quarter of a company whose months run from the 26th to the 25th: 1 January to 25 March 2026.</summary>
public class WorkMonthsQuarterTests
{
    private static readonly Quarter Q1 = new(2026, 1);
    private static readonly DateInterval FirstQuarter = Days("2026-01-01", "2026-03-25");

    [Fact]
    public async Task Opening_gives_goals_for_the_work_months()
    {
        var opening = await Open(SomeBranch());

        var own = opening.Goals.Where(g => g.Subject == Agent("A1") && g.Measure.Value == "cases").ToArray();
        Assert.Equal([FirstQuarter, Days("2026-01-01", "2026-01-25"), Days("2026-01-26", "2026-02-25"), Days("2026-02-26", "2026-03-25")], own.Select(g => g.Period));
        Assert.Equal(["2026Q1/cases/agent:A1", "2026Q1/cases/agent:A1/m1", "2026Q1/cases/agent:A1/m2", "2026Q1/cases/agent:A1/m3"], own.Select(g => g.Id.Value));
        Assert.All(own, g => Assert.Equal("2026Q1", g.Partition));
    }

    // Working days of China 2026: January 15 weekdays of three weeks + Sunday 4th; 15 before the Spring Festival + Saturday 14th + 24th and 25th; 26th and 27th + Saturday 28th + 15 + 3.
    [Fact]
    public async Task Months_are_weighted_by_the_working_days_of_the_work_months()
    {
        var opening = await Open(SomeBranch());

        var months = opening.Goals.Where(g => g.Subject == Agent("A1") && g.Measure.Value == "cases" && g.Period != FirstQuarter).ToArray();
        Assert.Equal(["16", "18", "21"], months.Select(g => g.Revisions[0].Reason["days"].Text));
        Assert.Equal(opening.Goals.Single(g => g.Id == Cascade.IdOf(Q1, new("cases"), Agent("A1"))).Target.ToDecimal(), months.Sum(g => g.Target.ToDecimal()));
    }

    [Fact]
    public async Task Plans_and_checkpoints_find_the_goals_of_the_quarter()
    {
        var branch = SomeBranch();
        await Agree(branch);

        await branch.Planning.PlanAsync(Branch.Call, Q1, Day("2026-01-01"), null, CancellationToken.None).OrThrow();
        var first = await branch.Monitoring.RunDueAsync(Branch.Call, Q1, Day("2026-01-12"), null, CancellationToken.None).OrThrow();
        var last = await branch.Monitoring.RunDueAsync(Branch.Call, Q1, Day("2026-03-23"), null, CancellationToken.None).OrThrow();
        var after = await branch.Monitoring.RunDueAsync(Branch.Call, Q1, Day("2026-04-06"), null, CancellationToken.None).OrThrow();

        Assert.Equal(["A1", "A2", "A3", "A4"], branch.Plans.All.Where(p => p.Goal.Value.Contains("/cases/", StringComparison.Ordinal)).Select(p => p.Agent.Value));
        Assert.Equal((14, 14, 0), (first.Count, last.Count, after.Count));
    }

    [Fact]
    public async Task Closing_evaluates_the_quarters_own_days_and_proposes_for_the_next_quarters()
    {
        var branch = SomeBranch();
        await Agree(branch);

        var closing = await branch.Evaluating.CloseAsync(Branch.Call, Q1, Day("2026-03-26"), null, CancellationToken.None).OrThrow();

        Assert.Equal(4, closing.Evaluations.Count);
        Assert.All(closing.Evaluations, e => Assert.Equal((FirstQuarter, "2026Q1", 2), (e.Period, e.Partition, e.Goals.Count)));
        Assert.Equal(8, closing.NextGoals.Count);
        Assert.All(closing.NextGoals, g => Assert.Equal((Days("2026-03-26", "2026-06-25"), "2026Q2"), (g.Period, g.Partition)));
    }

    private static Branch SomeBranch() => new()
    {
        Fiscal = FiscalCalendars.WorkMonths(),
        Documents = Branch.With(
            Published(DocumentKinds.Kpis, "{}"),
            Published(DocumentKinds.Target, Branch.Target.Replace("2026Q3", "2026Q1", StringComparison.Ordinal)),
            Published(DocumentKinds.Scorecard, "{}")),
    };

    private static PublishedDocument Published(string kind, string text) => Branch.Document(kind, text) with { EffectiveFrom = Day("2026-01-01") };

    private static Task<QuarterOpening> Open(Branch branch) => branch.GoalSetting.OpenAsync(Branch.Call, Q1, Day("2026-01-01"), null, CancellationToken.None).OrThrow();

    private static async Task Agree(Branch branch)
    {
        await Open(branch);
        await branch.GoalSetting.AgreeAsync(Branch.Call, Q1, Day("2026-01-01"), null, CancellationToken.None).OrThrow();
    }
}
