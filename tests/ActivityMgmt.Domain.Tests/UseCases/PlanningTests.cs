using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class PlanningTests
{
    [Fact]
    public async Task Every_active_goal_of_the_first_target_gets_a_plan()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();

        var plans = await Plan(branch);

        // A4's goal waits for a certificate and has no plan.
        Assert.Equal(["A1", "A2", "A3"], plans.Select(p => p.Agent.Value));
        Assert.All(plans, p => Assert.Equal(branch.GoalOf(Subject.Of(p.Agent)).Id, p.Goal));
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
        Assert.Equal(3, branch.Plans.Writes);
    }

    [Fact]
    public async Task Before_goals_are_agreed_there_is_nothing_to_plan()
    {
        var branch = new Branch();
        await branch.OpenAsync();

        Assert.Empty(await Plan(branch));
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
