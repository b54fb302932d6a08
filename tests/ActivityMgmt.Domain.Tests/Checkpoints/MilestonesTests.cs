using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class MilestonesTests
{
    private static readonly DateInterval History = Days("2026-01-01", "2026-06-30");
    private static readonly LocalDate Sunday = Day("2026-07-19");

    [Theory]
    [InlineData(10, 24, "")]
    [InlineData(10, 25, "0.25")] // reached is inclusive
    [InlineData(25, 49, "")] // was told before
    [InlineData(10, 100, "0.25 0.5 0.75 1")]
    public void Shares_of_the_target_passed_since_the_last_checkpoint_are_told_once(int before, int now, string expected) =>
        Assert.Equal(expected, string.Join(' ', Notices(SomeGoal.Of(100m), before, now).Select(m => m["share"].Text.Split(' ')[0])));

    [Fact]
    public void The_first_checkpoint_tells_everything_that_is_reached_by_then() =>
        Assert.Equal(["milestone.share", "milestone.share"], Notices(SomeGoal.Of(100m), null, 60m).Select(m => m.Code));

    [Fact]
    public void The_stretch_target_is_a_milestone_of_its_own()
    {
        var goal = SomeGoal.Of(100m) with { Stretch = Quantity.Count(120m) };

        Assert.Equal(["milestone.stretch"], Notices(goal, 110m, 120m).Select(m => m.Code));
        Assert.Empty(Notices(goal, 110m, 119m));
    }

    [Fact]
    public void Where_less_is_better_there_are_none() =>
        Assert.Empty(Notices(SomeGoal.Of(100m, direction: Direction.LowerIsBetter), 10m, 100m));

    private static IReadOnlyList<Reason> Notices(Goal goal, decimal? before, decimal now)
    {
        var readings = new StatedReadings(Book(Joined("A1"))).Says("cases", Agent("A1"), new(Q3.Interval.Start, Sunday), now);
        Checkpoint[] earlier = before is { } value
            ? [SomeCheckpoint.Of() with { Actual = new Reading.Measured(Quantity.Count(value), Evidence.None) }]
            : [];
        return new CheckpointReview(new(), StatedForecaster.Silent, StatedCauses.None)
            .Review(goal, null, readings, Sunday, null, History, earlier).Milestones;
    }
}
