using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class EvaluatingTests
{
    [Fact]
    public async Task Closing_ends_active_goals_evaluates_every_agent_and_proposes_what_comes_next()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();

        var closing = await Close(branch);

        Assert.All(branch.Goals.All.Where(g => g.Partition == "2026Q3"), g => Assert.Equal(g.Subject == Agent("A4") ? GoalState.Proposed : GoalState.Closed, g.State));
        Assert.Equal(["A1", "A2", "A3", "A4"], closing.Evaluations.Select(e => e.Agent.Value));
        Assert.All(closing.Evaluations, e => Assert.Equal((2, 85m), (e.Goals.Count, e.Scorecard.Total)));
        Assert.Equal(8, closing.NextGoals.Count);
        Assert.All(closing.NextGoals, g => Assert.Equal(("2026Q4", GoalState.Proposed), (g.Partition, g.State)));
        Assert.All(closing.NextGoals, g => Assert.Equal("3", g.Revisions[0].Reason["quarters"].Text)); // this one and the two before
        Assert.All(closing.NextGoals.Where(g => g.Measure.Value == "cases"), g => Assert.Equal(Quantity.Count(100m), g.Target));
    }

    [Fact]
    public async Task The_scorecard_gets_each_agents_targets()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();

        await Close(branch);

        Assert.Equal(branch.GoalOf(Agent("A1")).Target, branch.Scorecards.Targets[Id("A1")][new("cases")]);
        Assert.Equal(branch.GoalOf(Agent("A1"), "premium").Target, branch.Scorecards.Targets[Id("A1")][new("premium")]);
    }

    [Fact]
    public async Task Closing_again_changes_nothing_not_even_what_a_person_confirmed()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();
        var first = await Close(branch);
        branch.Evaluations.Put(first.Evaluations[0].Confirm(new("manager"), Day("2026-10-08"), "agreed with A1"));
        var (goals, goalWrites, evaluationWrites) = (branch.Goals.All, branch.Goals.Writes, branch.Evaluations.Writes);

        var second = await Close(branch);

        Assert.Equal((goalWrites, evaluationWrites), (branch.Goals.Writes, branch.Evaluations.Writes));
        Assert.Equal(goals, branch.Goals.All);
        Assert.Equal(first.NextGoals, second.NextGoals);
        Assert.Equal([EvaluationState.Confirmed, EvaluationState.Draft, EvaluationState.Draft, EvaluationState.Draft], second.Evaluations.Select(e => e.State));
    }

    [Fact]
    public async Task Without_a_scorecard_goals_close_and_nobody_is_evaluated()
    {
        var branch = new Branch { Documents = Branch.With(Branch.Document(DocumentKinds.Kpis, "{}"), Branch.Document(DocumentKinds.Target, Branch.Target)) };
        await branch.OpenAndAgreeAsync();

        var closing = await Close(branch);

        Assert.Empty(closing.Evaluations);
        Assert.Equal(GoalState.Closed, branch.GoalOf(Subject.Branch("B1")).State);
        Assert.Equal(8, closing.NextGoals.Count);
    }

    [Theory]
    [InlineData("2026-09-30", false)]
    [InlineData("2026-10-01", true)] // there on the first day of the next quarter
    public async Task Who_is_not_there_next_quarter_is_evaluated_but_gets_no_goal(string left, bool getsGoal)
    {
        var branch = new Branch(Joined("A1", left: left, revision: 2));
        await branch.OpenAndAgreeAsync();

        var closing = await Close(branch);

        Assert.Contains(closing.Evaluations, e => e.Agent == Id("A1"));
        Assert.Equal(getsGoal, closing.NextGoals.Any(g => g.Subject == Agent("A1")));
    }

    [Fact]
    public async Task Compliance_is_reviewed_over_the_quarter_and_shown_to_the_agent_it_concerns()
    {
        const string Pack = """
            { "id": "pack", "version": 1, "effective": "2026-01-01/..", "rules": [ {
              "id": "CN-DNC-01", "jurisdiction": "CN", "source": "s", "article": "1", "effective": "2026-01-01/..", "severity": "block",
              "evidence": "V", "kind": "do-not-contact", "parameters": { "activities": ["call"] } } ] }
            """;
        var branch = new Branch(
            Customer("C1", refused: "2026-07-01"), Did("A1", "call", "2026-07-02 10:00", "C1"), Did("A2", "call", "2026-06-30 10:00", "C1"), Did("A2", "call", "2026-10-01 10:00", "C1"))
        {
            Documents = Branch.With(
                Branch.Document(DocumentKinds.Kpis, "{}"), Branch.Document(DocumentKinds.Target, Branch.Target),
                Branch.Document(DocumentKinds.Scorecard, "{}"), Branch.Document(DocumentKinds.RulePack, Pack)),
        };
        await branch.OpenAndAgreeAsync();

        var closing = await Close(branch);

        Assert.Equal((ComplianceOutcome.Block, Id("A1")), (Assert.Single(closing.Compliance).Outcome, closing.Compliance[0].Agent));
        Assert.Equal([1, 0, 0, 0], closing.Evaluations.Select(e => e.Compliance.Count));
    }

    [Fact]
    public async Task Without_its_documents_no_quarter_closes()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();
        branch.Documents = Branch.With(Branch.Document(DocumentKinds.Kpis, "{}"));

        var refused = await Assert.ThrowsAsync<BrokenRuleException>(() => Close(branch));

        Assert.Equal(new ADocumentMustApplyRule(DocumentKinds.Target, Day("2026-07-01")), refused.Rule);
        Assert.Equal(GoalState.Active, branch.GoalOf(Subject.Branch("B1")).State);
    }

    private static Task<QuarterClosing> Close(Branch branch) => branch.Evaluating.CloseAsync(Branch.Call, Q3, Day("2026-10-01"), null, CancellationToken.None).OrThrow();
}
