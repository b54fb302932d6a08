using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class GoalTests
{
    private static readonly Dictionary<string, (GoalState From, GoalState To, Func<Goal, Goal> Do)> Steps = new()
    {
        ["propose"] = (GoalState.Draft, GoalState.Proposed, g => g.Propose()),
        ["agree"] = (GoalState.Proposed, GoalState.Agreed, g => g.Agree(SomeGoal.Manager, Day("2026-07-02"), Reason.Of("goal.agreed"))),
        ["activate"] = (GoalState.Agreed, GoalState.Active, g => g.Activate()),
        ["close"] = (GoalState.Active, GoalState.Closed, g => g.Close()),
    };

    public static TheoryData<string, GoalState> EveryStepFromEveryState()
    {
        var all = new TheoryData<string, GoalState>();
        foreach (var step in Steps.Keys)
        {
            foreach (var state in Enum.GetValues<GoalState>())
            {
                all.Add(step, state);
            }
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(EveryStepFromEveryState))]
    public void Takes_a_step_from_the_state_before_it_and_refuses_it_from_every_other(string step, GoalState state)
    {
        var (from, to, take) = Steps[step];
        var goal = SomeGoal.Of(state: state);

        if (state == from)
        {
            Assert.Equal(to, take(goal).State);
            Assert.Equal(state, goal.State);
            return;
        }

        var rule = Assert.IsType<GoalMovesOneStepAtATimeRule>(Assert.Throws<BrokenRuleException>(() => take(goal)).Rule);
        Assert.Equal((goal, from, to), (rule.Goal, rule.From, rule.To));
        Assert.Equal($"goal.state.{state}", rule.Reason["state"].Text);
        Assert.Equal($"goal.state.{from}", rule.Reason["from"].Text);
        Assert.Equal($"goal.state.{to}", rule.Reason["to"].Text);
    }

    [Theory]
    [InlineData(GoalState.Draft, true)]
    [InlineData(GoalState.Proposed, true)]
    [InlineData(GoalState.Agreed, true)]
    [InlineData(GoalState.Active, true)]
    [InlineData(GoalState.Closed, false)]
    public void Can_be_adjusted_until_it_is_closed(GoalState state, bool isAllowed)
    {
        var goal = SomeGoal.Of(state: state);
        Goal Adjust() => goal.Adjust(Quantity.Count(80m), SomeGoal.Manager, Day("2026-08-01"), Reason.Of("stated.less"));

        if (isAllowed)
        {
            Assert.Equal((Quantity.Count(80m), state), (Adjust().Target, Adjust().State));
            return;
        }

        Assert.Equal(goal, Assert.IsType<ClosedGoalCannotChangeRule>(Assert.Throws<BrokenRuleException>(Adjust).Rule).Goal);
    }

    [Fact]
    public void Keeps_every_revision_with_who_when_and_why()
    {
        var goal = SomeGoal.Of(100m, GoalState.Proposed)
            .Agree(new("agent-1"), Day("2026-07-03"), Reason.Of("goal.agreed"))
            .Activate()
            .Adjust(Quantity.Count(90m), new("manager-2"), Day("2026-08-10"), Reason.Of("stated.ill"));

        Assert.Equal([100m, 100m, 90m], goal.Revisions.Select(r => r.Target.ToDecimal()));
        Assert.Equal(["manager", "agent-1", "manager-2"], goal.Revisions.Select(r => r.By.Value));
        Assert.Equal(["stated.first", "goal.agreed", "stated.ill"], goal.Revisions.Select(r => r.Reason.Code));
    }

    [Theory]
    [InlineData("2026-06-01", 100)] // before the first revision the first counts
    [InlineData("2026-08-09", 100)]
    [InlineData("2026-08-10", 90)] // from its own day on
    [InlineData("2026-09-01", 95)] // of two on one day the later one
    public void The_target_on_a_day_is_that_of_the_last_revision_by_then(string date, int expected)
    {
        var goal = SomeGoal.Of(100m)
            .Adjust(Quantity.Count(90m), SomeGoal.Manager, Day("2026-08-10"), Reason.Of("a.b"))
            .Adjust(Quantity.Count(80m), SomeGoal.Manager, Day("2026-09-01"), Reason.Of("a.b"))
            .Adjust(Quantity.Count(95m), SomeGoal.Manager, Day("2026-09-01"), Reason.Of("a.b"));

        Assert.Equal(Quantity.Count(expected), goal.TargetOn(Day(date)));
    }

    [Fact]
    public void Achievement_is_exact_and_never_capped()
    {
        Assert.Equal(Quantity.Ratio(1m, 3m), SomeGoal.Of(99m).AchievementOf(Quantity.Count(33m)));
        Assert.Equal(Quantity.Ratio(3m, 1m), SomeGoal.Of(100m).AchievementOf(Quantity.Count(300m)));
        Assert.Equal(Quantity.Ratio(1m, 1m), SomeGoal.Of(100m).AchievementOf(Quantity.Count(100m)));
    }

    [Theory]
    [InlineData(4, 1, 1)] // at the target exactly 100 %
    [InlineData(2, 2, 1)]
    [InlineData(6, 2, 3)]
    [InlineData(1, 4, 1)]
    public void Achievement_of_a_lower_is_better_goal_is_target_over_value(int value, int above, int below) =>
        Assert.Equal(Quantity.Ratio(above, below), SomeGoal.Of(4m, direction: Direction.LowerIsBetter).AchievementOf(Quantity.Count(value)));

    [Fact]
    public void Achievement_is_unknown_where_it_would_divide_by_zero()
    {
        Assert.Null(SomeGoal.Of(0m).AchievementOf(Quantity.Count(5m)));
        Assert.Null(SomeGoal.Of(4m, direction: Direction.LowerIsBetter).AchievementOf(Quantity.Count(0m)));
    }
}
