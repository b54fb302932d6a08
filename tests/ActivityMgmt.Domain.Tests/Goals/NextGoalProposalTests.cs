using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class NextGoalProposalTests
{
    private static readonly Quarter[] Past = [new(2026, 1), new(2026, 2), new(2026, 3)];

    [Fact]
    public void Is_the_median_of_an_odd_number_of_quarters()
    {
        var goal = Propose(Readings(90m, 300m, 100m))!;

        Assert.Equal(Quantity.Count(100m), goal.Target);
        Assert.Equal(("next-goal.own-median", "3"), (goal.Revisions[0].Reason.Code, goal.Revisions[0].Reason["quarters"].Text));
    }

    [Fact]
    public void Is_the_mean_of_the_middle_two_of_an_even_number_of_quarters() =>
        Assert.Equal(Quantity.Count(95m), Propose(Readings(90m, null, 100m))!.Target);

    [Fact]
    public void Belongs_to_the_quarter_after_and_is_proposed_by_who_closes()
    {
        var goal = Propose(Readings(90m, 300m, 100m))!;

        Assert.Equal((Days("2026-10-01", "2026-12-31"), "2026Q4", GoalState.Proposed), (goal.Period, goal.Partition, goal.State));
        Assert.Equal(Cascade.IdOf(new(2026, 4), new("cases"), Agent("A1")), goal.Id);
        Assert.Equal((SomeGoal.Manager, Day("2026-10-01")), (goal.Revisions[0].By, goal.Revisions[0].On));
    }

    [Fact]
    public void Quarters_that_the_agent_did_not_work_whole_are_no_past()
    {
        // Joined on 2 April: the first two quarters don't count, the third does.
        var goal = Propose(Readings(1m, 2m, 100m, joined: "2026-04-02"))!;

        Assert.Equal(Quantity.Count(100m), goal.Target);
        Assert.Equal(Quantity.Count(51m), Propose(Readings(1m, 2m, 100m, joined: "2026-04-01"))!.Target);
    }

    [Fact]
    public void Quarters_before_the_facts_begin_are_no_past()
    {
        // A CRM that was connected in the second quarter: nobody did anything in the first.
        var readings = new StatedReadings(Book(Joined("A1", "2024-01-01")))
            .Always("cases", Agent("A1"), 0m)
            .Says("cases", Subject.Everybody, Past[0].Interval, 0m)
            .Says("cases", Subject.Everybody, Past[1].Interval, 9m)
            .Says("cases", Subject.Everybody, Past[2].Interval, 9m)
            .Says("cases", Agent("A1"), Past[1].Interval, 60m)
            .Says("cases", Agent("A1"), Past[2].Interval, 80m);

        Assert.Equal(Quantity.Count(70m), Propose(readings)!.Target);
    }

    [Fact]
    public void Without_a_past_nothing_is_proposed()
    {
        Assert.Null(Propose(Readings(null, null, null)));
        Assert.Null(Propose(Readings(0m, 0m, 0m)));
        Assert.Null(Propose(Readings(90m, 300m, 100m, joined: "2026-07-02")));
        Assert.Null(Propose(new StatedReadings(Book()).Always("cases", Agent("A1"), 100m)));
    }

    [Theory]
    [InlineData("0.25", "0.30", 110)] // usual is 20 % more; half of it
    [InlineData("0.10", "0.30", 125)] // half would be 100 %; capped at a quarter
    [InlineData("0.20", "0.30", 125)] // exactly a quarter
    [InlineData("0.30", "0.30", 100)]
    [InlineData("0.40", "0.30", 100)] // better than usual by now: nothing to mend
    [InlineData("0", "0.30", 100)] // nothing came through: no factor to mend by
    public void A_step_that_was_weak_again_and_again_is_mended_half_way(string actual, string usual, int expected)
    {
        var weak = StatedCauses.Weak("cases", Number(actual), Number(usual));

        var goal = Propose(Readings(90m, 300m, 100m), weak, weak)!;

        Assert.Equal(Quantity.Count(expected), goal.Target);
        Assert.Equal(("next-goal.median-and-weak-step", "cases"), (goal.Revisions[0].Reason.Code, goal.Revisions[0].Reason["step"].Text));
    }

    [Fact]
    public void Where_less_is_better_a_mended_step_does_not_raise_the_target()
    {
        var weak = SomeCheckpoint.Of() with { Cause = StatedCauses.Weak("cases", 0.2m, 0.3m) };

        var goal = NextGoalProposal.For(
            SomeGoal.Of(80m, direction: Direction.LowerIsBetter), Readings(90m, 300m, 100m), Past, [weak, weak with { AsOf = Day("2026-07-19") }], 1m, SomeGoal.Manager, Day("2026-10-01"))!;

        Assert.Equal((Quantity.Count(100m), Direction.LowerIsBetter), (goal.Target, goal.Direction));
    }

    [Fact]
    public void A_step_that_was_weak_once_changes_nothing()
    {
        var goal = Propose(Readings(90m, 300m, 100m), StatedCauses.Weak("cases", 0.2m, 0.3m))!;

        Assert.Equal((Quantity.Count(100m), "next-goal.own-median"), (goal.Target, goal.Revisions[0].Reason.Code));
    }

    [Theory]
    [InlineData(104, 10, 100)]
    [InlineData(105, 10, 110)]
    [InlineData(3, 10, 10)] // at least one piece
    public void Is_rounded_to_the_nearest_piece(int usual, int piece, int expected) =>
        Assert.Equal(Quantity.Count(expected), Propose(Readings(usual, usual, usual), (decimal)piece)!.Target);

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static StatedReadings Readings(decimal? first, decimal? second, decimal? third, string joined = "2024-01-01")
    {
        var readings = new StatedReadings(Book(Joined("A1", joined)));
        foreach (var (quarter, value) in Past.Zip([first, second, third]))
        {
            _ = value is { } known ? readings.Says("cases", Agent("A1"), quarter.Interval, known) : readings;
            readings.Says("cases", Subject.Everybody, quarter.Interval, 1000m);
        }

        return readings;
    }

    private static Goal? Propose(StatedReadings readings, params Cause[] causes) => Propose(readings, 1m, causes);

    private static Goal? Propose(StatedReadings readings, decimal piece, params Cause[] causes) =>
        NextGoalProposal.For(SomeGoal.Of(80m), readings, Past, [.. causes.Select((c, i) => SomeCheckpoint.Of() with { AsOf = Day("2026-07-05").PlusWeeks(i), Cause = c })], piece, SomeGoal.Manager, Day("2026-10-01"));
}
