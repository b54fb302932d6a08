namespace ActivityMgmt.Domain.Tests;

public class CheckpointTests
{
    [Fact]
    public void Is_decided_once()
    {
        var decision = SomeCheckpoint.Decision();
        var decided = SomeCheckpoint.Of().Decide(decision);

        Assert.Equal(decision, decided.Decision);
        var rule = Assert.IsType<CheckpointIsDecidedOnceRule>(Assert.Throws<BrokenRuleException>(() => decided.Decide(decision)).Rule);
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
            Assert.Equal(action, withoutProposals.Decide(decision).Decision!.Action);
            return;
        }

        var refused = Assert.Throws<BrokenRuleException>(() => withoutProposals.Decide(decision));
        Assert.Equal(new OnlyAMadeProposalCanBeAcceptedRule(withoutProposals), refused.Rule);
        Assert.Equal(action, SomeCheckpoint.Of().Decide(decision).Decision!.Action);
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
        Assert.False(checkpoint.Decide(SomeCheckpoint.Decision()).NeedsDecision);
        Assert.False((checkpoint with { Proposals = [] }).NeedsDecision);
    }

    [Fact]
    public void Its_key_is_goal_and_day() => Assert.Equal("2026Q3/cases/agent:A1@2026-07-12", SomeCheckpoint.Of().Key);
}
