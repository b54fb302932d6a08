using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class EscalationPoliciesTests
{
    [Theory]
    [InlineData("2026-07-25", false)]
    [InlineData("2026-07-26", true)] // fourteen days after 12 July
    public void A_checkpoint_that_needed_a_decision_waits_no_longer_than_the_limit(string asOf, bool escalates)
    {
        var reason = EscalationPolicies.UndecidedFor(14)(new([SomeCheckpoint.Of()], GoalStatus.OnTrack, Day(asOf)));

        Assert.Equal(escalates ? ("follow-up.undecided", "2026-07-12") : default, reason is null ? default : (reason.Code, reason["date"].Text));
    }

    [Fact]
    public void What_was_decided_or_needed_no_decision_is_not_waited_for()
    {
        Checkpoint[] earlier = [SomeCheckpoint.Of(decision: SomeCheckpoint.Decision()), SomeCheckpoint.Of(status: GoalStatus.OnTrack)];

        Assert.Null(EscalationPolicies.UndecidedFor(1)(new(earlier, GoalStatus.OffTrack, Day("2026-09-01"))));
    }

    [Fact]
    public void Limits_are_at_least_one()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => EscalationPolicies.OffTrackInARow(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => EscalationPolicies.UndecidedFor(0));
    }
}
