using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class GoalTests
{
    private static readonly Dictionary<string, (GoalState From, GoalState To, Func<Goal, Goal> Do)> Steps = new()
    {
        ["propose"] = (GoalState.Draft, GoalState.Proposed, g => g.Propose()),
        ["agree"] = (GoalState.Proposed, GoalState.Agreed, g => g.Agree(SomeGoal.ByManager, Day("2026-07-02"), Reason.Of("goal.agreed"))),
        ["activate"] = (GoalState.Agreed, GoalState.Active, g => g.Activate(Day("2026-07-01"))),
        ["close"] = (GoalState.Active, GoalState.Closed, g => g.Close(Day("2026-09-30"), SomeGoal.Read(100m))),
        ["reject"] = (GoalState.Proposed, GoalState.Rejected, g => g.Reject(SomeGoal.ByManager, Day("2026-07-02"), Reason.Of("stated.no"))),
        ["rework"] = (GoalState.Rejected, GoalState.Draft, g => g.Rework()),
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
    [InlineData(GoalState.Rejected, false)]
    [InlineData(GoalState.Withdrawn, false)]
    public void Can_be_adjusted_until_it_is_closed(GoalState state, bool isAllowed)
    {
        var goal = SomeGoal.Of(state: state);
        Goal Adjust() => goal.AdjustedTo(80m, "2026-08-01");

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
            .Agree(new(new("agent-1"), Id("A1")), Day("2026-07-03"), Reason.Of("goal.agreed"))
            .Activate(Day("2026-07-03"))
            .Adjust(SomeGoal.To(90m, "2026-08-10", Reason.Of("stated.ill"), AdjustmentKind.Leave) with { By = new("agent-1") }, new(new("manager-2"), null));

        Assert.Equal([100m, 100m, 90m], goal.Revisions.Select(r => r.Target.ToDecimal()));
        Assert.Equal(["manager", "agent-1", "agent-1"], goal.Revisions.Select(r => r.By.Value));
        Assert.Equal([null, null, new ActorId("manager-2")], goal.Revisions.Select(r => r.ApprovedBy));
        Assert.Equal([null, null, AdjustmentKind.Leave], goal.Revisions.Select(r => r.Kind));
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
            .AdjustedTo(90m, "2026-08-10")
            .AdjustedTo(80m, "2026-09-01")
            .AdjustedTo(95m, "2026-09-01");

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
        Assert.Null(SomeGoal.Of(-5m).AchievementOf(Quantity.Count(-3m)));
        Assert.Null(SomeGoal.Of(4m, direction: Direction.LowerIsBetter).AchievementOf(Quantity.Count(0m)));
    }

    [Fact]
    public void The_best_result_is_reached_also_where_it_has_no_share() => Assert.Equal(
        new GoalOutcome(GoalVerdict.Reached, Quantity.Count(0m), null, Day("2026-10-01")),
        SomeGoal.Of(2m, direction: Direction.LowerIsBetter).Close(Day("2026-10-01"), SomeGoal.Read(0m)).Outcome);

    [Fact]
    public void A_goal_starts_on_its_first_day_and_not_before()
    {
        var refused = Assert.Throws<BrokenRuleException>(() => SomeGoal.Of(state: GoalState.Agreed).Activate(Day("2026-06-30")));

        Assert.Equal(new AGoalStartsOnItsFirstDayRule(SomeGoal.Of(state: GoalState.Agreed), Day("2026-06-30")).Reason, refused.Rule.Reason);
        Assert.Equal(GoalState.Active, SomeGoal.Of(state: GoalState.Agreed).Activate(Day("2026-07-01")).State);
    }

    // S1: in a public system a lower-is-better goal at its target is "reached" with completeness 0, over-achievement is lost, and a goal whose value
    // never changes is never failed.
    [Theory]
    [InlineData(Direction.HigherIsBetter, 99, 100, GoalVerdict.Missed, 99)]
    [InlineData(Direction.HigherIsBetter, 100, 100, GoalVerdict.Reached, 100)]
    [InlineData(Direction.HigherIsBetter, 250, 100, GoalVerdict.Reached, 250)] // never capped
    [InlineData(Direction.LowerIsBetter, 4, 4, GoalVerdict.Reached, 100)] // at the target, in full
    [InlineData(Direction.LowerIsBetter, 2, 4, GoalVerdict.Reached, 200)]
    [InlineData(Direction.LowerIsBetter, 5, 4, GoalVerdict.Missed, 80)]
    [InlineData(Direction.LowerIsBetter, 0, 0, GoalVerdict.Reached, 100)] // no complaint where none was the target
    [InlineData(Direction.HigherIsBetter, 0, 0, GoalVerdict.Reached, 100)]
    public void S1_a_goal_ends_reached_or_missed_with_its_achievement(Direction direction, int actual, int target, GoalVerdict verdict, int percent)
    {
        var goal = SomeGoal.Of(target, direction: direction).Close(Day("2026-10-01"), SomeGoal.Read(actual));

        Assert.Equal(new GoalOutcome(verdict, Quantity.Count(actual), Quantity.Ratio(percent, 100m), Day("2026-10-01")), goal.Outcome);
    }

    [Fact]
    public void Silence_at_the_end_is_no_miss()
    {
        var goal = SomeGoal.Of().Close(Day("2026-10-01"), new Reading.NoData(Reason.Of("stated.nothing"), Evidence.None));

        Assert.Equal(new GoalOutcome(GoalVerdict.NoData, null, null, Day("2026-10-01")), goal.Outcome);
    }

    [Theory]
    [InlineData("2026-09-29", false)]
    [InlineData("2026-09-30", true)] // the last day itself
    [InlineData("2026-10-01", true)]
    public void S1_closing_depends_on_the_date_and_on_nothing_else(string on, bool isAllowed)
    {
        Goal Close() => SomeGoal.Of().Close(Day(on), SomeGoal.Read(0m));

        if (isAllowed)
        {
            Assert.Equal(GoalState.Closed, Close().State);
            return;
        }

        Assert.Equal(Day(on), Assert.IsType<AGoalClosesOnItsLastDayRule>(Assert.Throws<BrokenRuleException>(Close).Rule).On);
    }

    [Theory]
    [InlineData(GoalState.Draft, true)]
    [InlineData(GoalState.Proposed, false)]
    [InlineData(GoalState.Agreed, false)]
    [InlineData(GoalState.Active, false)]
    [InlineData(GoalState.Closed, false)]
    [InlineData(GoalState.Rejected, false)]
    [InlineData(GoalState.Withdrawn, false)]
    public void Its_terms_are_rewritten_in_a_draft_only(GoalState state, bool isAllowed)
    {
        Goal Rewrite() => SomeGoal.Of(state: state).Rewrite(g => g with { Subject = Agent("A2"), Measure = new("calls"), Owner = new("m.li") });

        if (isAllowed)
        {
            Assert.Equal((Agent("A2"), new MeasureId("calls"), new ActorId("m.li")), (Rewrite().Subject, Rewrite().Measure, Rewrite().Owner));
            return;
        }

        Assert.Equal(state, Assert.IsType<OnlyADraftCanBeRewrittenRule>(Assert.Throws<BrokenRuleException>(Rewrite).Rule).Goal.State);
    }

    [Fact]
    public void A_rewriting_keeps_id_and_state()
    {
        var draft = SomeGoal.Of(state: GoalState.Draft);

        Assert.IsType<OnlyADraftCanBeRewrittenRule>(Assert.Throws<BrokenRuleException>(() => draft.Rewrite(g => g with { Id = new("other") })).Rule);
        Assert.IsType<OnlyADraftCanBeRewrittenRule>(Assert.Throws<BrokenRuleException>(() => draft.Rewrite(g => g with { State = GoalState.Active })).Rule);
    }

    [Theory]
    [InlineData(GoalState.Draft, true)]
    [InlineData(GoalState.Proposed, true)]
    [InlineData(GoalState.Rejected, true)]
    [InlineData(GoalState.Agreed, false)]
    [InlineData(GoalState.Active, false)]
    [InlineData(GoalState.Closed, false)]
    [InlineData(GoalState.Withdrawn, false)]
    public void Is_withdrawn_before_it_is_agreed(GoalState state, bool isAllowed)
    {
        Goal Withdraw() => SomeGoal.Of(state: state).Withdraw(SomeGoal.Manager, Day("2026-07-02"), Reason.Of("stated.no"));

        if (isAllowed)
        {
            Assert.Equal((GoalState.Withdrawn, "stated.no"), (Withdraw().State, Withdraw().Reason.Code));
            return;
        }

        Assert.IsType<GoalMovesOneStepAtATimeRule>(Assert.Throws<BrokenRuleException>(Withdraw).Rule);
    }

    [Theory]
    [InlineData("m.li", true)]
    [InlineData("system", false)]
    [InlineData("A1", false)] // whose goal it is
    public void An_adjustment_takes_a_named_approver(string approver, bool isAllowed)
    {
        Goal Adjust() => SomeGoal.Of().Adjust(SomeGoal.To(80m, "2026-08-01"), new(new(approver), Id(approver)));

        if (isAllowed)
        {
            Assert.Equal(new ActorId(approver), Adjust().Revisions[^1].ApprovedBy);
            return;
        }

        Assert.Equal(new ActorId(approver), Assert.IsType<ANamedPersonApprovesAnAdjustmentRule>(Assert.Throws<BrokenRuleException>(Adjust).Rule).Approver);
    }

    [Fact]
    public void An_adjustment_keeps_the_unit() =>
        Assert.IsType<ATargetKeepsItsUnitRule>(Assert.Throws<BrokenRuleException>(
            () => SomeGoal.Of().Adjust(SomeGoal.To(80m, "2026-08-01", unit: Unit.Money("CNY")), SomeGoal.ByManager)).Rule);
}
