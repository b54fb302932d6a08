using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

/// <summary>A1's checkpoint of 12 July, at which the manager decided that L1 coaches A1 by the 20th. L1 leads T1, and L2 the team above it.</summary>
public class DecisionsTests
{
    private static readonly ActorId L1 = new("L1");
    private static readonly string Key = SomeCheckpoint.Of().Key;
    private static readonly CheckpointCompletion Coached = new(L1, Day("2026-07-22"), "three visits together");

    [Fact]
    public async Task The_owner_says_that_it_was_carried_out_once_and_may_repeat_it()
    {
        var branch = Decided();

        var first = await branch.Monitoring.CompleteAsync(As("L1"), Key, Coached, default).OrThrow();
        var second = await branch.Monitoring.CompleteAsync(As("L1"), Key, Coached, default).OrThrow();

        Assert.Equal((Coached, false), (first.Completion, first.HasOpenDecision));
        Assert.Same(first, second);
        Assert.Equal(1, branch.Checkpoints.Writes);
        Assert.Equal([new DecisionCarriedOut(Key, Agent("A1"), L1, L1, Day("2026-07-22"))], branch.Edge.Events.Select(e => e.Event).OfType<DecisionCarriedOut>());
        Assert.Equal(
            new ADecisionIsCarriedOutOnceRule(first, Coached), await RefusedAsync(branch, "L1", Coached with { Note = "and a fourth" }));
    }

    [Fact]
    public async Task The_owner_needs_no_other_right_and_nobody_else_may_without_one_or_in_another_name()
    {
        var branch = Decided();
        branch.Edge.Access = AccessPolicies.System;

        Assert.IsType<NobodyActsOutsideTheirScopeRule>(await RefusedAsync(branch, "A2", Coached with { By = new("A2") }));
        Assert.Equal(new NobodyActsInAnotherNameRule(L1, new("A1")), await RefusedAsync(branch, "L1", Coached with { By = new("A1") }));
        Assert.Equal(Coached, (await branch.Monitoring.CompleteAsync(As("L1"), Key, Coached, default).OrThrow()).Completion);
    }

    [Fact]
    public async Task What_was_not_decided_or_needs_nothing_done_is_not_carried_out()
    {
        var none = new Branch();
        none.Checkpoints.Put(SomeCheckpoint.Of());
        var nothing = new Branch();
        nothing.Checkpoints.Put(SomeCheckpoint.Of(decision: SomeCheckpoint.Decision(CheckpointAction.NoAction)));

        Assert.Equal(new OnlyADecisionIsCarriedOutRule(none.Checkpoints.All[0]), await RefusedAsync(none, "manager", Coached with { By = SomeGoal.Manager }));
        Assert.Equal(new OnlyADecisionIsCarriedOutRule(nothing.Checkpoints.All[0]), await RefusedAsync(nothing, "manager", Coached with { By = SomeGoal.Manager }));
        Assert.Equal(new OnlyAMadeCheckpointCanBeDecidedRule("C9"), Rule(await none.Monitoring.CompleteAsync(Branch.Call, "C9", Coached, default)));
        Assert.False(nothing.Checkpoints.All[0].HasOpenDecision);
    }

    [Theory]
    [InlineData("2026-07-12", true)]
    [InlineData("2026-07-13", false)] // the day of the decision
    public async Task It_is_carried_out_on_the_decisions_day_or_later(string on, bool isRefused)
    {
        var branch = Decided();
        var result = await branch.Monitoring.CompleteAsync(As("L1"), Key, Coached with { On = Day(on) }, default);

        Assert.Equal(isRefused, result is UseCaseResult<Checkpoint>.Refused { Rule: ADecisionIsNotCarriedOutBeforeItIsMadeRule });
        Assert.Equal(isRefused, branch.Checkpoints.All[0].HasOpenDecision);
    }

    [Fact]
    public void The_system_is_no_owner()
    {
        var checkpoint = SomeCheckpoint.Of();
        var refused = Assert.Throws<BrokenRuleException>(() => checkpoint.Decide(SomeCheckpoint.Decision() with { Owner = CallContext.SystemActor }, null));

        Assert.Equal(new ANamedPersonCarriesADecisionOutRule(checkpoint), refused.Rule);
    }

    [Fact]
    public async Task An_owner_finds_their_open_decisions_and_others_those_they_may_see()
    {
        var branch = Decided();
        branch.Checkpoints.Put(SomeCheckpoint.Of("2026-07-05", decision: SomeCheckpoint.Decision(due: "2026-07-31") with { Owner = L1 }));
        branch.Checkpoints.Put(SomeCheckpoint.Of("2026-07-06", decision: SomeCheckpoint.Decision()));
        branch.Checkpoints.Put(SomeCheckpoint.Of("2026-07-07", decision: SomeCheckpoint.Decision() with { Owner = L1 }) with { Completion = Coached });
        Task<IReadOnlyList<Checkpoint>> Of(string actor, string owner) => branch.Monitoring.OpenDecisionsAsync(As(actor), new(owner), Day("2026-07-21"), default).OrThrow();

        var all = (await Of("manager", "L1")).Select(c => c.AsOf);
        branch.Edge.Access = AccessPolicies.System;

        Assert.Equal([Day("2026-07-12"), Day("2026-07-05")], all); // by due date
        Assert.Equal([Day("2026-07-12"), Day("2026-07-05")], (await Of("L1", "L1")).Select(c => c.AsOf));
        Assert.Equal([Day("2026-07-06")], (await Of("manager", "manager")).Select(c => c.AsOf)); // without an owner, who decided
        Assert.Empty(await Of("A2", "L1"));
    }

    // Due on 20 July; a level higher every seven days.
    [Theory]
    [InlineData("2026-07-19", "")]
    [InlineData("2026-07-20", "L1")]
    [InlineData("2026-07-26", "L1")]
    [InlineData("2026-07-27", "L1 L2")]
    [InlineData("2026-08-03", "L1 L2 L3")]
    [InlineData("2026-09-30", "L1 L2 L3")] // nobody is above
    public async Task The_owner_is_reminded_and_the_longer_it_takes_those_above(string today, string told)
    {
        var branch = Decided();

        var reminders = await branch.Monitoring.RemindersAsync(Branch.Call, Day(today), null, default).OrThrow();

        Assert.Equal(told, string.Join(' ', reminders.Select(r => r.For)));
        Assert.Equal(reminders.Select((_, i) => $"decision:{Key}:2026-07-20" + (i == 0 ? "" : $":{i}")), reminders.Select(r => r.Id));
        Assert.All(reminders, r => Assert.Equal((Day("2026-07-20"), r.For == Id("L1") ? "reminder.decision-due" : "reminder.decision-overdue"), (r.DueOn, r.Reason.Code)));
    }

    [Fact]
    public async Task What_is_carried_out_reminds_nobody_and_a_company_may_leave_those_above_alone()
    {
        var branch = Decided();
        branch.CheckpointPolicies = new() { EscalateOverdueAfterDays = null };
        var late = await branch.Monitoring.RemindersAsync(Branch.Call, Day("2026-09-30"), null, default).OrThrow();
        await branch.Monitoring.CompleteAsync(As("L1"), Key, Coached, default).OrThrow();

        Assert.Equal([Id("L1")], late.Select(r => r.For));
        Assert.Empty(await branch.Monitoring.RemindersAsync(Branch.Call, Day("2026-09-30"), null, default).OrThrow());
        Assert.Throws<ArgumentException>(() => new CheckpointPolicies { EscalateOverdueAfterDays = 0 });
    }

    [Fact]
    public async Task Adjusting_the_goal_carries_the_decision_to_adjust_it_out()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();
        var goal = branch.GoalOf(Agent("A1"));
        var decided = SomeCheckpoint.Of(decision: SomeCheckpoint.Decision(CheckpointAction.AdjustGoal)) with { Goal = goal.Id };
        branch.Checkpoints.Put(decided);

        await branch.GoalSetting.AdjustAsync(Branch.Call, goal.Id, SomeGoal.To(90m, "2026-07-15") with { Checkpoint = decided.Key }, default).OrThrow();

        Assert.Equal((SomeGoal.Manager, Day("2026-07-15")), (branch.Checkpoints.All[0].Completion!.By, branch.Checkpoints.All[0].Completion!.On));
        Assert.Equal([decided.Key], branch.Edge.Events.Select(e => e.Event).OfType<DecisionCarriedOut>().Select(e => e.Checkpoint));
    }

    private static Branch Decided()
    {
        var branch = new Branch(
            Joined("L1"), Assigned("L1", "T1", leads: true), Joined("L2"), Assigned("L2", "T0", leads: true), Joined("L3"), Assigned("L3", "T00", leads: true),
            Below("T1", "T0"), Below("T0", "T00"));
        branch.Checkpoints.Put(SomeCheckpoint.Of(decision: SomeCheckpoint.Decision() with { Owner = L1 }));
        return branch;
    }

    private static TeamFact Below(string team, string parent) => new() { Origin = new("crm", team), Date = Day("2024-01-01"), Team = new(team), Parent = new(parent) };

    private static CallContext As(string actor) => Branch.Call with { Actor = new(actor) };

    private static async Task<IBusinessRule> RefusedAsync(Branch branch, string actor, CheckpointCompletion completion) =>
        Rule(await branch.Monitoring.CompleteAsync(As(actor), Key, completion, default));

    private static IBusinessRule Rule(UseCaseResult<Checkpoint> result) => Assert.IsType<UseCaseResult<Checkpoint>.Refused>(result).Rule;
}
