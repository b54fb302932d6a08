using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class RollUpTests
{
    private static readonly Goal Top = SomeGoal.Of(100m) with { Id = new("team"), Subject = Team("T1") };

    [Theory]
    [InlineData(60, 40, null)]
    [InlineData(60, 30, "goal.left-at-leader")]
    [InlineData(60, 50, "goal.handed-down-on-top")]
    public void What_the_parts_do_not_hold_has_a_name(int first, int second, string? code)
    {
        var rollUp = Of(Readings().Always("cases", Agent("A1"), 10m).Always("cases", Agent("A2"), 20m).Always("cases", Team("T1"), 30m), Part("A1", first), Part("A2", second));

        Assert.Equal(Quantity.Count(first + second), rollUp.TargetOfParts);
        Assert.Equal(Quantity.Count(100 - first - second), rollUp.LeftAtTheTop);
        Assert.Equal(code is null ? [] : [code], rollUp.Differences.Select(d => d.Reason.Code));
        Assert.Equal(Quantity.Count(30m), rollUp.ActualOfParts);
    }

    [Fact]
    public void What_came_from_outside_the_parts_has_a_name()
    {
        var rollUp = Of(Readings().Always("cases", Agent("A1"), 10m).Always("cases", Agent("A2"), 20m).Always("cases", Team("T1"), 35m), Part("A1", 60m), Part("A2", 40m));

        Assert.Equal(Reason.Of("goal.actual-outside-parts", ("goal", "team"), ("actual", Quantity.Count(35m)), ("parts", Quantity.Count(30m))), Assert.Single(rollUp.Differences).Reason);
    }

    [Fact]
    public void A_part_without_data_leaves_the_sum_unknown()
    {
        var rollUp = Of(Readings().Always("cases", Agent("A1"), 10m).Always("cases", Team("T1"), 35m), Part("A1", 60m), Part("A2", 40m));

        Assert.Null(rollUp.ActualOfParts);
        Assert.Equal("goal.parts-without-data", Assert.Single(rollUp.Differences).Reason.Code);
    }

    [Fact]
    public void Ratios_are_not_summed()
    {
        var readings = new StatedReadings(Book()).Knows("cases", Unit.Count, additive: false).Always("cases", Agent("A1"), 10m).Always("cases", Team("T1"), 35m);

        var rollUp = Of(readings, Part("A1", 100m));

        Assert.Null(rollUp.ActualOfParts);
        Assert.Equal("goal.parts-do-not-add-up", Assert.Single(rollUp.Differences).Reason.Code);
    }

    [Fact]
    public void Rejected_and_withdrawn_parts_are_left_out()
    {
        var rollUp = Of(
            Readings().Always("cases", Agent("A1"), 10m).Always("cases", Team("T1"), 10m),
            Part("A1", 100m), Part("A2", 40m) with { State = GoalState.Rejected }, Part("A3", 40m) with { State = GoalState.Withdrawn });

        Assert.Equal([new GoalId("A1")], rollUp.Parts.Select(p => p.Goal));
        Assert.Empty(rollUp.Differences);
    }

    private static RollUp Of(StatedReadings readings, params Goal[] parts) => RollUp.Of(Top, [Top, .. parts], readings);

    private static StatedReadings Readings() => new StatedReadings(Book()).Knows("cases", Unit.Count);

    private static Goal Part(string agent, decimal target) => SomeGoal.Of(target, agent: agent) with { Id = new(agent), Parent = Top.Id };
}
