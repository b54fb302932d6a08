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
        // A4's goals were never agreed.
        Assert.All(closing.Evaluations, e => Assert.Equal((e.Agent == Id("A4") ? 0 : 2, 85m), (e.Goals.Count, e.Scorecard.Total)));
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
        branch.Evaluations.Put(first.Evaluations[0].Confirm(new(new("manager"), null), Day("2026-10-08"), "agreed with A1"));
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

    [Fact]
    public async Task A_rejected_goal_and_the_one_that_replaced_it_close_the_quarter_and_only_the_agreed_one_counts()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();
        branch.Goals.Put(branch.GoalOf(Agent("A1")) with { Id = new("2026Q3/cases/agent:A1/first"), State = GoalState.Rejected });
        branch.Goals.Put(branch.GoalOf(Agent("A2")) with { Id = new("2026Q3/cases/agent:A2/second"), State = GoalState.Withdrawn });

        var closing = await Close(branch);

        Assert.Equal(branch.GoalOf(Agent("A1")).Target, branch.Scorecards.Targets[Id("A1")][new("cases")]);
        Assert.All(closing.Evaluations.Where(e => e.Agent != Id("A4")), e => Assert.Equal(2, e.Goals.Count));
        Assert.Equal(8, closing.NextGoals.Count);
        Assert.Equal(GoalState.Rejected, branch.Goals.All.Single(g => g.Id.Value.EndsWith("/first", StringComparison.Ordinal)).State);
    }

    [Fact]
    public async Task A_goal_that_ends_later_stays_open_and_holds_up_no_closing()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();
        branch.Goals.Put(SomeGoal.Of(5m) with { Id = new("autumn-contest"), Period = Days("2026-09-01", "2026-10-31") });

        await Close(branch);

        Assert.Equal(GoalState.Active, branch.Goals.All.Single(g => g.Id == new GoalId("autumn-contest")).State);
        Assert.Equal(GoalState.Closed, branch.GoalOf(Agent("A1")).State);
    }

    [Fact]
    public async Task No_quarter_closes_before_its_last_day()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();

        var early = await branch.Evaluating.CloseAsync(Branch.Call, Q3, Day("2026-09-29"), null, CancellationToken.None);

        Assert.Equal(new AQuarterClosesOnItsLastDayRule(Q3, Day("2026-09-29"), Day("2026-09-30")), Assert.IsType<UseCaseResult<QuarterClosing>.Refused>(early).Rule);
        await branch.Evaluating.CloseAsync(Branch.Call, Q3, Day("2026-09-30"), null, CancellationToken.None).OrThrow();
    }

    private static Task<QuarterClosing> Close(Branch branch) => branch.Evaluating.CloseAsync(Branch.Call, Q3, Day("2026-10-01"), null, CancellationToken.None).OrThrow();
}
