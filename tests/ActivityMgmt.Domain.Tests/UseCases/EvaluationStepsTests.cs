using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class EvaluationStepsTests
{
    private const string Key = "2026Q3/A1";

    private static readonly CallContext Manager = Branch.Call with { Actor = new("m.li") };
    private static readonly CallContext Other = Branch.Call with { Actor = new("m.wu") };
    private static readonly CallContext Agent1 = Branch.Call with { Actor = new("A1") };

    [Fact]
    public async Task Every_step_is_stored_once_and_can_be_repeated()
    {
        var branch = await Closed();
        var writes = branch.Evaluations.Writes;

        for (var i = 0; i < 2; i++)
        {
            await branch.Evaluating.CalibrateAsync(Manager, Key, 82m, Day("2026-10-05"), "compared", default).OrThrow();
        }

        for (var i = 0; i < 2; i++)
        {
            await branch.Evaluating.ConfirmAsync(Manager, Key, Day("2026-10-06"), "talked", default).OrThrow();
        }

        for (var i = 0; i < 2; i++)
        {
            await branch.Evaluating.ContestAsync(Agent1, Key, Day("2026-10-07"), "I was ill", default).OrThrow();
        }

        for (var i = 0; i < 2; i++)
        {
            await branch.Evaluating.SettleAsync(Other, Key, 88m, Day("2026-10-09"), "leave was missed", default).OrThrow();
        }

        var evaluation = branch.Evaluations.All[0];
        Assert.Equal(writes + 4, branch.Evaluations.Writes);
        Assert.Equal((EvaluationState.Revised, 85m, 82m, 88m), (evaluation.State, evaluation.Scorecard.Total, evaluation.CalibratedTotal, evaluation.Total));
        Assert.Equal(["m.li", "m.li", "A1", "m.wu"], evaluation.Notes.Select(n => n.By.Value));
    }

    [Fact]
    public async Task Without_another_total_a_contest_is_upheld()
    {
        var branch = await Closed();
        await branch.Evaluating.ConfirmAsync(Manager, Key, Day("2026-10-06"), "talked", default).OrThrow();
        await branch.Evaluating.ContestAsync(Agent1, Key, Day("2026-10-07"), "I was ill", default).OrThrow();

        var settled = await branch.Evaluating.SettleAsync(Other, Key, null, Day("2026-10-09"), "leave was counted", default).OrThrow();

        Assert.Equal((EvaluationState.Upheld, 85m), (settled.State, settled.Total));
    }

    [Fact]
    public async Task Who_left_still_contests_as_the_agent_behind_the_actor_and_a_colleague_does_not()
    {
        var branch = await Closed();
        await branch.Evaluating.ConfirmAsync(Manager, Key, Day("2026-10-06"), "talked", default).OrThrow();
        branch.Facts.Add(Joined("A1", left: "2026-09-30", revision: 2), Joined("L1"), Assigned("L1", "T1", leads: true));
        branch.Edge.Access = new OrganisationAccessPolicy(new OrganisationsOf(branch.Facts), new() { AgentOf = actor => new AgentId(actor.Value == "zhang.wei" ? "A1" : actor.Value) });

        var leader = await branch.Evaluating.ContestAsync(Branch.Call with { Actor = new("L1") }, Key, Day("2026-10-07"), "they were ill", default);
        var agent = await branch.Evaluating.ContestAsync(Branch.Call with { Actor = new("zhang.wei") }, Key, Day("2026-10-07"), "I was ill", default).OrThrow();

        Assert.Equal(new ActorId("L1"), Assert.IsType<OnlyTheAgentContestsRule>(Assert.IsType<UseCaseResult<Evaluation>.Refused>(leader).Rule).By);
        Assert.Equal((EvaluationState.Contested, new ActorId("zhang.wei")), (agent.State, agent.Note!.By));
    }

    [Fact]
    public async Task What_does_not_exist_cannot_change()
    {
        var refused = await Assert.ThrowsAsync<BrokenRuleException>(() => new Branch().Evaluating.ConfirmAsync(Manager, Key, Day("2026-10-06"), "talked", default).OrThrow());

        Assert.Equal(new OnlyAMadeEvaluationCanChangeRule(Key), refused.Rule);
    }

    [Fact]
    public async Task The_next_goals_name_the_actions_of_the_evaluation()
    {
        var branch = new Branch { Cause = StatedCauses.Weak("calls", 0.2m, 0.3m) };
        await branch.OpenAndAgreeAsync();
        foreach (var asOf in (string[])["2026-07-12", "2026-07-19"])
        {
            branch.Checkpoints.Put(SomeCheckpoint.Of() with { AsOf = Day(asOf), Goal = branch.GoalOf(Agent("A1")).Id, Cause = branch.Cause });
        }

        var closing = await branch.Evaluating.CloseAsync(Branch.Call, Q3, Day("2026-10-01"), null, default).OrThrow();

        var action = Assert.Single(closing.Evaluations[0].Actions);
        Assert.All(closing.NextGoals.Where(g => g.Subject == Agent("A1")), g => Assert.Equal([action.Reason], g.Actions));
        Assert.All(closing.NextGoals.Where(g => g.Subject == Agent("A2")), g => Assert.Empty(g.Actions));
    }

    [Fact]
    public async Task An_action_added_by_hand_reaches_the_next_goals_once()
    {
        var branch = await Closed();

        for (var i = 0; i < 2; i++)
        {
            await branch.Evaluating.AddActionAsync(Manager, Key, "two joint visits a week", Id("A2"), Day("2026-10-31"), Day("2026-10-05"), default).OrThrow();
        }

        var action = Assert.Single(branch.Evaluations.All[0].Actions);
        var next = branch.Goals.All.Where(g => g.Partition == "2026Q4").ToArray();
        Assert.Contains(next, g => g.Subject == Agent("A1"));
        Assert.Contains(next, g => g.Subject != Agent("A1"));
        Assert.All(next, g => Assert.Equal(g.Subject == Agent("A1") ? [action.Reason] : [], g.Actions));
    }

    [Fact]
    public async Task The_agent_comments_once_in_the_own_name()
    {
        var branch = await Closed();
        var writes = branch.Evaluations.Writes;

        for (var i = 0; i < 2; i++)
        {
            await branch.Evaluating.CommentAsync(Agent1, Key, Day("2026-10-05"), "July was my leave", default).OrThrow();
        }

        Assert.Equal([new EvaluationComment(new("A1"), Day("2026-10-05"), "July was my leave")], branch.Evaluations.All[0].Comments);
        Assert.Equal(writes + 1, branch.Evaluations.Writes);
    }

    private static async Task<Branch> Closed()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();
        await branch.Evaluating.CloseAsync(Branch.Call, Q3, Day("2026-10-01"), null, default).OrThrow();
        return branch;
    }
}
