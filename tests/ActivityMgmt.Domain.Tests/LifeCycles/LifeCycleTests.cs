using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class LifeCycleTests
{
    private static readonly LifeCycle<Door> Doors = new(
        "door", [Door.Open, Door.Shut], new(Door.Open, "shut", Door.Shut), new(Door.Shut, "open", Door.Open), new(Door.Shut, "lock", Door.Locked), new(Door.Locked, "rattle", Door.Locked));

    private enum Door
    {
        Open,
        Shut,
        Locked,
        Burnt,
    }

    [Fact]
    public void Draws_starts_steps_and_ends()
    {
        const string Drawn = """
            stateDiagram-v2
                [*] --> Open
                [*] --> Shut
                Open --> Shut : shut
                Shut --> Open : open
                Shut --> Locked : lock
                Locked --> Locked : rattle
                Locked --> [*]

            """;

        Assert.Equal(Drawn.ReplaceLineEndings("\n"), Doors.ToMermaid());
    }

    [Fact]
    public void Allows_what_it_lists_and_nothing_else()
    {
        var allowed = from a in Enum.GetValues<Door>() from b in Enum.GetValues<Door>() where Doors.Allows(a, b) select (a, b);

        Assert.Equal([(Door.Open, Door.Shut), (Door.Shut, Door.Open), (Door.Shut, Door.Locked), (Door.Locked, Door.Locked)], allowed);
        Assert.Equal([Door.Open, Door.Locked], Doors.NextOf(Door.Shut));
        Assert.Equal([Door.Shut], Doors.BeforeOf(Door.Open));
        Assert.Equal([Door.Locked], Doors.Ends);
        Assert.Equal([Door.Open, Door.Shut, Door.Locked], Doors.States);
    }

    [Fact]
    public void Moves_by_a_listed_step_and_refuses_any_other_with_the_rule_it_was_given()
    {
        var rule = new ClosedGoalCannotChangeRule(SomeGoal.Of());

        Assert.Equal(Door.Locked, Doors.Move(Door.Shut, Door.Locked, () => rule));
        Assert.Same(rule, Assert.Throws<BrokenRuleException>(() => Doors.Move(Door.Open, Door.Locked, () => rule)).Rule);
    }

    [Fact]
    public void A_step_listed_twice_and_a_state_that_nothing_leads_to_are_refused_when_it_is_described()
    {
        Assert.Throws<ArgumentException>(() => new LifeCycle<Door>("door", [Door.Open], new(Door.Open, "shut", Door.Shut), new(Door.Open, "shut", Door.Locked)));
        Assert.Throws<ArgumentException>(() => new LifeCycle<Door>("door", [Door.Open], new Transition<Door>(Door.Burnt, "mend", Door.Open)));
        Assert.Throws<ArgumentException>(() => new LifeCycle<Door>("door", []));
    }

    [Fact]
    public void A_goal_lives_by_its_life_cycle()
    {
        var refusals = LifeCycleCheck.Run(
            LifeCycles.Goal,
            state => SomeGoal.Of(state: state),
            goal => goal.State,
            new Dictionary<string, Func<Goal, Goal>>
            {
                ["propose"] = g => g.Propose(),
                ["agree"] = g => g.Agree(SomeGoal.ByManager, Day("2026-07-02"), Reason.Of("goal.agreed")),
                ["activate"] = g => g.Activate(Day("2026-07-01")),
                ["close"] = g => g.Close(Day("2026-09-30"), new Reading.NoData(Reason.Of("stated.nothing"), Evidence.None)),
                ["reject"] = g => g.Reject(SomeGoal.ByManager, Day("2026-07-02"), Reason.Of("goal.rejected")),
                ["rework"] = g => g.Rework(),
                ["withdraw"] = g => g.Withdraw(SomeGoal.Manager, Day("2026-07-02"), Reason.Of("goal.withdrawn")),
            });

        Assert.Equal((7 * 7) - 9, refusals.Count); // seven steps on seven states, less those that are listed
        Assert.All(refusals, r => Assert.Equal($"goal.state.{r.Key.From}", Assert.IsType<GoalMovesOneStepAtATimeRule>(r.Value).Reason["state"].Text));
    }
}
