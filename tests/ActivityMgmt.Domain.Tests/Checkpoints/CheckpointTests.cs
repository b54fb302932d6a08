namespace ActivityMgmt.Domain.Tests;

public class CheckpointTests
{
    [Fact]
    public void Is_decided_once()
    {
        var decision = SomeCheckpoint.Decision();
        var decided = SomeCheckpoint.Of().Decide(decision, decider: null);

        Assert.Equal(decision, decided.Decision);
        var rule = Assert.IsType<CheckpointIsDecidedOnceRule>(Assert.Throws<BrokenRuleException>(() => decided.Decide(decision, decider: null)).Rule);
        Assert.Equal(("manager", "2026-07-13"), (rule.Reason["by"].Text, rule.Reason["date"].Text));
    }

    [Theory]
    [InlineData(CheckpointAction.AcceptProposal, false)]
    [InlineData(CheckpointAction.Coach, true)]
    [InlineData(CheckpointAction.AdjustGoal, true)]
    [InlineData(CheckpointAction.NoAction, true)]
    public void Only_a_proposal_that_was_made_can_be_accepted(CheckpointAction action, bool isAllowed)
    {
        var withoutProposals = SomeCheckpoint.Of() with { Proposals = [] };
        var decision = SomeCheckpoint.Decision(action);

        if (isAllowed)
        {
            Assert.Equal(action, withoutProposals.Decide(decision, decider: null).Decision!.Action);
            return;
        }

        var refused = Assert.Throws<BrokenRuleException>(() => withoutProposals.Decide(decision, decider: null));
        Assert.Equal(new OnlyAMadeProposalCanBeAcceptedRule(withoutProposals), refused.Rule);
        Assert.Equal(action, SomeCheckpoint.Of().Decide(decision, decider: null).Decision!.Action);
    }

    [Theory]
    [InlineData(GoalStatus.Ahead, false)]
    [InlineData(GoalStatus.OnTrack, false)]
    [InlineData(GoalStatus.Behind, true)]
    [InlineData(GoalStatus.OffTrack, true)]
    [InlineData(GoalStatus.NoData, false)]
    public void Needs_a_decision_when_it_is_behind_and_nobody_has_decided(GoalStatus status, bool expected)
    {
        var checkpoint = SomeCheckpoint.Of(status: status);

        Assert.Equal(expected, checkpoint.NeedsDecision);
        Assert.False(checkpoint.Decide(SomeCheckpoint.Decision(), decider: null).NeedsDecision);
        Assert.False((checkpoint with { Proposals = [] }).NeedsDecision);
    }

    [Fact]
    public void The_system_does_not_decide()
    {
        var refused = Assert.Throws<BrokenRuleException>(() => SomeCheckpoint.Of().Decide(SomeCheckpoint.Decision() with { By = CallContext.SystemActor }, decider: null));

        Assert.Equal("system", Assert.IsType<ANamedPersonDecidesRule>(refused.Rule).Reason["by"].Text);
    }

    [Fact]
    public void What_is_decided_is_due_on_the_day_or_later()
    {
        var refused = Assert.Throws<BrokenRuleException>(() => SomeCheckpoint.Of().Decide(SomeCheckpoint.Decision(on: "2026-07-13", due: "2026-07-12"), decider: null));

        Assert.Equal(("2026-07-13", "2026-07-12"), (refused.Rule.Reason["date"].Text, refused.Rule.Reason["due"].Text));
        Assert.IsType<ADecisionIsNotDueBeforeItIsMadeRule>(refused.Rule);
        Assert.Equal(new(2026, 7, 13), SomeCheckpoint.Of().Decide(SomeCheckpoint.Decision(on: "2026-07-13", due: "2026-07-13"), decider: null).Decision?.DueOn);
    }

    [Fact]
    public void Feedback_is_kept_in_order_and_the_same_words_again_change_nothing()
    {
        var first = new CheckpointFeedback(SomeGoal.Manager, new(2026, 7, 13), "go along on three visits");
        var answer = new CheckpointFeedback(new("A1"), new(2026, 7, 14), "gladly");

        var checkpoint = SomeCheckpoint.Of().Comment(first).Comment(answer);

        Assert.Equal([first, answer], checkpoint.Feedback);
        Assert.Same(checkpoint, checkpoint.Comment(first));
        Assert.Throws<ArgumentException>(() => new CheckpointFeedback(SomeGoal.Manager, new(2026, 7, 13), " "));
    }

    [Fact]
    public void Its_key_is_goal_and_day() => Assert.Equal("2026Q3/cases/agent:A1@2026-07-12", SomeCheckpoint.Of().Key);
}
