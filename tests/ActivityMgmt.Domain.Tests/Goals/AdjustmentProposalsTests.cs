using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class AdjustmentProposalsTests
{
    private static readonly AdjustmentProposals Proposals = new(WorkCalendars.China);

    // 66 working days in the quarter, 43 of them from August on.
    [Theory]
    [InlineData("2026-06-01", "0.5", 330)] // known before the period: all of it
    [InlineData("2026-07-01", "0.5", 330)]
    [InlineData("2026-08-01", "0.5", 445)] // 660 − 430 / 2
    [InlineData("2026-08-01", "1.2", 746)] // 660 + 86
    [InlineData("2026-08-01", "0", 230)]
    [InlineData("2026-10-01", "0", 660)] // after the period: nothing
    public void The_rest_counts_by_a_factor_and_the_days_before_keep_their_share(string from, string factor, int expected)
    {
        var by = decimal.Parse(factor, System.Globalization.CultureInfo.InvariantCulture);

        var proposal = Proposals.Scale(SomeGoal.Of(660m), AdjustmentKind.Territory, Day(from), by, 1m);

        Assert.Equal((AdjustmentKind.Territory, Quantity.Count(660m), Quantity.Count(expected)), (proposal.Kind, proposal.From, proposal.To));
        Assert.Equal("goal.adjustment.Territory", proposal.Reason["kind"].Text);
    }

    [Theory]
    [InlineData("2026-07-06", "2026-07-10", 610)]
    [InlineData("2026-06-29", "2026-07-03", 630)] // three working days in the quarter
    [InlineData("2026-08-01", null, 230)] // no end known: to the end of the period
    [InlineData("2026-10-08", "2026-10-09", 660)]
    public void A_leave_takes_its_working_days_out(string from, string? until, int expected) =>
        Assert.Equal(Quantity.Count(expected), Proposals.ForLeave(SomeGoal.Of(660m), ProRaterTests.Away("A1", "sick", from, until), 1m).To);

    [Fact]
    public void Rounding_is_to_the_nearest_piece() =>
        Assert.Equal(Quantity.Count(600m), Proposals.ForLeave(SomeGoal.Of(660m), ProRaterTests.Away("A1", "sick", "2026-07-06", "2026-07-10"), 100m).To);

    [Fact]
    public void A_joiner_is_pro_rated_and_leave_is_named_as_such()
    {
        var policy = ProRatings.WorkingDaysWithout(WorkCalendars.China, "sick");
        var joiner = Book(Joined("A1", "2026-08-01"), Assigned("A1", "T1", "2026-08-01")).Organisation;
        var onLeave = Book(Joined("A1"), Assigned("A1", "T1"), ProRaterTests.Away("A1", "sick", "2026-07-06", "2026-07-10")).Organisation;
        var there = Book(Joined("A1"), Assigned("A1", "T1")).Organisation;

        var pro = AdjustmentProposals.ForDaysInForce(SomeGoal.Of(660m), joiner, policy, 1m)!;
        var leave = AdjustmentProposals.ForDaysInForce(SomeGoal.Of(660m), onLeave, policy, 1m)!;

        Assert.Equal((AdjustmentKind.ProRating, Quantity.Count(430m)), (pro.Kind, pro.To));
        Assert.Equal((AdjustmentKind.Leave, Quantity.Count(610m)), (leave.Kind, leave.To));
        Assert.Null(AdjustmentProposals.ForDaysInForce(SomeGoal.Of(660m), there, policy, 1m));
    }

    [Fact]
    public void A_joiner_is_pro_rated_once_and_again_only_when_the_days_change()
    {
        var policy = ProRatings.WorkingDays(WorkCalendars.China);
        var august = Book(Joined("A1", "2026-08-01"), Assigned("A1", "T1", "2026-08-01")).Organisation;
        var september = Book(Joined("A1", "2026-09-01"), Assigned("A1", "T1", "2026-09-01")).Organisation;
        AdjustmentProposal? Proposed(Goal goal, Organisation organisation) => AdjustmentProposals.ForDaysInForce(goal, organisation, policy, 1m);

        // 43 of 66 working days from 1 August, 22 from 1 September; then the target was raised by 20 for another reason.
        var goal = SomeGoal.Of(660m);
        goal = goal.Adjust(Proposed(goal, august)!.AsAdjustment(SomeGoal.Manager, Day("2026-08-03")), SomeGoal.ByManager);
        var raised = goal.AdjustedTo(450m, "2026-08-10");

        Assert.Equal(Quantity.Count(430m), goal.Target);
        Assert.Null(Proposed(goal, august));
        Assert.Null(Proposed(raised, august));
        Assert.Equal(Quantity.Count(220m), Proposed(goal, september)!.To);
        Assert.Equal(Quantity.Count(240m), Proposed(raised, september)!.To);
    }

    [Fact]
    public void Nothing_counts_until_a_named_person_approves_it()
    {
        var goal = SomeGoal.Of(660m);
        var proposal = Proposals.Scale(goal, AdjustmentKind.ExternalShock, Day("2026-08-01"), 0m, 1m);

        var adjusted = goal.Adjust(proposal.AsAdjustment(new("A1"), Day("2026-08-03")), new(new("m.li"), null));

        Assert.Equal((Quantity.Count(660m), Quantity.Count(230m)), (goal.Target, adjusted.Target));
        Assert.Equal((AdjustmentKind.ExternalShock, new ActorId("m.li"), "goal.proposed-factor"), (adjusted.Revisions[^1].Kind, adjusted.Revisions[^1].ApprovedBy, adjusted.Reason.Code));
    }
}
