using static ActivityMgmt.Domain.Tests.Facts;
using static ActivityMgmt.Domain.Tests.Work;

namespace ActivityMgmt.Domain.Tests;

/// <summary>Whoever calls decides and speaks in their own name, the system too.</summary>
public class OwnNameTests
{
    private static readonly LocalDate August = Day("2026-08-03");
    private static readonly ActorId Boss = new("boss");

    [Theory]
    [InlineData("manager")]
    [InlineData("system")]
    public async Task A_decision_at_a_checkpoint_is_in_the_name_of_who_calls(string actor)
    {
        var (branch, key) = await WithCheckpoint();

        var result = await branch.Monitoring.DecideAsync(Branch.Call with { Actor = new(actor) }, key, SomeCheckpoint.Decision() with { By = Boss }, default);

        Assert.Equal(new NobodyActsInAnotherNameRule(new(actor), Boss), Refused(result));
        Assert.Null(branch.Checkpoints.All.Single(c => c.Key == key).Decision);
        Assert.Equal((AuditOutcome.Refused, "access.other-name", Agent("A1")), (branch.Edge.Audit[^1].Outcome, branch.Edge.Audit[^1].What.Code, branch.Edge.Audit[^1].Subject));
    }

    [Fact]
    public async Task What_somebody_else_decided_stays_as_it_is_whoever_repeats_it()
    {
        var (branch, key) = await WithCheckpoint();
        await branch.Monitoring.DecideAsync(Branch.Call, key, SomeCheckpoint.Decision(), default).OrThrow();

        var repeated = await branch.Monitoring.DecideAsync(Branch.Call with { Actor = CallContext.SystemActor }, key, SomeCheckpoint.Decision(), default).OrThrow();

        Assert.Equal((SomeGoal.Manager, 1), (repeated.Decision!.By, branch.Edge.Events.Count(e => e.Event is CheckpointDecided)));
    }

    [Fact]
    public async Task Feedback_is_in_the_name_of_who_calls()
    {
        var (branch, key) = await WithCheckpoint();

        var result = await branch.Monitoring.CommentAsync(Branch.Call, key, new(new("A1"), Day("2026-07-14"), "I agree"), default);

        Assert.Equal(new NobodyActsInAnotherNameRule(new("manager"), new("A1")), Refused(result));
        Assert.Empty(branch.Checkpoints.All.Single(c => c.Key == key).Feedback);
    }

    [Fact]
    public async Task A_new_version_of_a_goal_is_in_the_name_of_who_drafts_or_proposes_it()
    {
        var branch = new Branch();
        var draft = SomeGoal.Of(state: GoalState.Draft) with { Revisions = [new(Quantity.Count(50m), August, Boss, Because)] };

        Assert.Equal(new NobodyActsInAnotherNameRule(new("manager"), Boss), Refused(await branch.GoalSetting.DraftAsync(Branch.Call, draft, August, default)));
        Assert.Equal(new NobodyActsInAnotherNameRule(new("manager"), Boss), Refused(await branch.GoalSetting.ProposeAsync(Branch.Call, draft, August, default)));
        Assert.Empty(branch.Goals.All);
    }

    [Fact]
    public async Task No_approval_of_somebody_else_is_written_into_a_draft()
    {
        var branch = new Branch();
        var draft = SomeGoal.Of(state: GoalState.Draft) with { Revisions = [new(Quantity.Count(50m), August, SomeGoal.Manager, Because) { ApprovedBy = Boss }] };

        Assert.Equal(new NobodyActsInAnotherNameRule(new("manager"), Boss), Refused(await branch.GoalSetting.DraftAsync(Branch.Call, draft, August, default)));
    }

    [Fact]
    public async Task A_known_version_keeps_its_name_when_somebody_else_rewrites_the_draft()
    {
        var branch = new Branch();
        var draft = SomeGoal.Of(state: GoalState.Draft) with { Revisions = [new(Quantity.Count(50m), August, SomeGoal.Manager, Because)] };
        await branch.GoalSetting.DraftAsync(Branch.Call, draft, August, default).OrThrow();

        var more = draft with { Revisions = [.. draft.Revisions, new(Quantity.Count(60m), August, Boss, Because)] };
        await branch.GoalSetting.DraftAsync(Branch.Call with { Actor = Boss }, more, August, default).OrThrow();

        Assert.Equal([SomeGoal.Manager, Boss], Assert.Single(branch.Goals.All).Revisions.Select(r => r.By));
    }

    [Fact]
    public async Task An_adjustment_is_approved_by_who_calls_whoever_asked_for_it()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();

        var changed = await branch.GoalSetting.AdjustAsync(Branch.Call, branch.GoalOf(Agent("A1")).Id, SomeGoal.To(90m, "2026-08-03") with { By = new("A1") }, default).OrThrow();

        Assert.All(changed, g => Assert.Equal(new ActorId("manager"), g.Revisions[^1].ApprovedBy));
        Assert.Equal(new ActorId("A1"), changed[0].Revisions[^1].By);
    }

    private static async Task<(Branch Branch, string Key)> WithCheckpoint()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();
        var made = await branch.Monitoring.RunDueAsync(Branch.Call, Q3, Day("2026-07-13"), null, default).OrThrow();
        return (branch, made.First(c => c.Subject == Subject.Of(Id("A1"))).Key);
    }

    private static IBusinessRule Refused<T>(UseCaseResult<T> result) => Assert.IsType<UseCaseResult<T>.Refused>(result).Rule;
}
