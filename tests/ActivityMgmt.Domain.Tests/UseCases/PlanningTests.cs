using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class PlanningTests
{
    [Fact]
    public async Task Every_agreed_goal_of_every_target_gets_a_plan()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();

        var plans = await Plan(branch);

        // A4's goal waits for a certificate and has no plan.
        Assert.Equal(
            ["2026Q3/cases/agent:A1", "2026Q3/cases/agent:A2", "2026Q3/cases/agent:A3", "2026Q3/premium/agent:A1", "2026Q3/premium/agent:A2", "2026Q3/premium/agent:A3"],
            plans.Select(p => p.Key));
        Assert.All(plans, p => Assert.Equal([("cases", p.Steps[0].Needed), ("calls", p.Steps[0].Needed * 4)], p.Steps.Select(s => (s.Measure.Value, s.Needed))));
    }

    [Fact]
    public async Task Planning_again_changes_nothing()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();
        var first = await Plan(branch);

        var second = await Plan(branch);

        Assert.Equal(first, second);
        Assert.Equal(6, branch.Plans.Writes);
    }

    [Fact]
    public async Task Before_goals_are_agreed_there_is_nothing_to_plan()
    {
        var branch = new Branch();
        await branch.OpenAsync();

        Assert.Empty(await Plan(branch));
    }

    [Fact]
    public async Task What_is_agreed_before_the_quarter_is_planned_before_it()
    {
        var branch = new Branch();
        await branch.OpenAsync();
        await branch.GoalSetting.AgreeAsync(Branch.Call, Q3, Day("2026-06-20"), null, CancellationToken.None).OrThrow();

        Assert.Equal(6, (await branch.Planning.PlanAsync(Branch.Call, Q3, Day("2026-06-20"), null, CancellationToken.None).OrThrow()).Count);
    }

    [Fact]
    public async Task After_an_adjustment_the_plan_is_made_anew_once()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();
        await Plan(branch);
        var goal = branch.GoalOf(Agent("A1"));
        await branch.GoalSetting.AdjustAsync(Branch.Call, goal.Id, SomeGoal.To(goal.Target.ToDecimal() + 40m, "2026-08-03"), CancellationToken.None).OrThrow();
        Task<ActivityPlan> Replan() => branch.Planning.ReplanAsync(Branch.Call, goal.Id, Day("2026-08-03"), "more customers", null, CancellationToken.None).OrThrow();

        var plan = await Replan();
        var writes = branch.Plans.Writes;
        var again = await Replan();

        // 100 cases are there already, as the stated readings say for any days.
        Assert.Equal(goal.Target.ToDecimal() + 40m - 100m, plan.Weeks.Where(w => w.Days.Start >= Day("2026-08-03")).Sum(w => w.Activities[new("cases")]));
        Assert.Equal(new PlanRevision(Day("2026-08-03"), new("manager"), "more customers", Quantity.Count(goal.Target.ToDecimal() + 40m)), Assert.Single(plan.Revisions));
        Assert.Equal(plan, again);
        Assert.Equal(7, writes);
        Assert.Equal(writes, branch.Plans.Writes);
    }

    [Fact]
    public async Task Only_a_plan_that_exists_of_a_goal_that_runs_is_made_anew()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();
        await Plan(branch);
        Task<ActivityPlan> Replan(string agent, string on) => branch.Planning.ReplanAsync(Branch.Call, branch.GoalOf(Agent(agent)).Id, Day(on), "late", null, CancellationToken.None).OrThrow();

        var without = await Assert.ThrowsAsync<BrokenRuleException>(() => Replan("A4", "2026-08-03"));
        var over = await Assert.ThrowsAsync<BrokenRuleException>(() => Replan("A1", "2026-10-01"));

        Assert.Equal(new OnlyAMadePlanIsMadeAnewRule(branch.GoalOf(Agent("A4")).Id), without.Rule);
        Assert.Equal(new OnlyAGoalThatStillRunsIsPlannedRule(branch.GoalOf(Agent("A1")), Day("2026-10-01")), over.Rule);
    }

    [Fact]
    public async Task Without_its_documents_nothing_is_planned()
    {
        var branch = new Branch { Documents = Branch.With(Branch.Document(DocumentKinds.Kpis, "{}")) };

        var refused = await Assert.ThrowsAsync<BrokenRuleException>(() => Plan(branch));

        Assert.Equal(new ADocumentMustApplyRule(DocumentKinds.Target, Day("2026-07-01")), refused.Rule);
    }

    private static Task<IReadOnlyList<ActivityPlan>> Plan(Branch branch) =>
        branch.Planning.PlanAsync(Branch.Call, Q3, Branch.Opening, null, CancellationToken.None).OrThrow();
}
