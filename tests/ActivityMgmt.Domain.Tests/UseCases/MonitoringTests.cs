using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class MonitoringTests
{
    [Fact]
    public async Task On_a_due_day_every_active_goal_of_the_quarter_gets_a_checkpoint_up_to_the_day_before()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();

        var checkpoints = await RunAll(branch, "2026-07-13", knownAt: 42);

        string[] subjects = ["agent:A1", "agent:A2", "agent:A3", "branch:B1", "team:T1", "team:T2"];
        Assert.Equal([.. subjects.Select(s => ("cases", s)), .. subjects.Select(s => ("premium", s))], checkpoints.Select(c => (c.Measure.Value, c.Subject.ToString())));
        Assert.All(checkpoints, c => Assert.Equal((Day("2026-07-12"), (long?)42L), (c.AsOf, c.KnownAt)));
        Assert.Equal(checkpoints, branch.Checkpoints.All);
    }

    [Fact]
    public async Task On_another_day_none_are_made()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();

        Assert.Empty(await Run(branch, "2026-07-14"));
        Assert.Equal(0, branch.Checkpoints.Writes);
    }

    [Fact]
    public async Task On_demand_checkpoints_are_made_on_any_day_for_whom_one_asks()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();

        var made = await branch.Monitoring.RunNowAsync(Branch.Call, Q3, Day("2026-07-14"), [Id("A2")], null, CancellationToken.None).OrThrow();
        var again = await branch.Monitoring.RunNowAsync(Branch.Call, Q3, Day("2026-07-14"), [], null, CancellationToken.None).OrThrow();

        Assert.Equal([("A2", "cases"), ("A2", "premium")], made.Select(c => (c.Subject.Id, c.Measure.Value)));
        Assert.All(made, c => Assert.Equal(Day("2026-07-14"), c.AsOf));
        Assert.Equal(12, again.Count);
        Assert.Same(made[0], again[1]);
    }

    [Theory]
    [InlineData("2026-06-30")] // the day before
    [InlineData("2026-10-01")] // the day after
    public async Task On_demand_checkpoints_of_a_day_outside_the_quarter_are_refused(string day)
    {
        var branch = new Branch();

        var refused = Assert.IsType<UseCaseResult<IReadOnlyList<Checkpoint>>.Refused>(await branch.Monitoring.RunNowAsync(Branch.Call, Q3, Day(day), [], null, CancellationToken.None));

        Assert.Equal(new ACheckpointLiesInItsQuarterRule(Q3, Day(day), Q3.Interval), refused.Rule);
        Assert.Equal("run-checkpoints-now", Assert.Single(branch.Edge.Audit).Action);
    }

    [Fact]
    public async Task Words_about_a_checkpoint_that_was_never_made_are_refused()
    {
        var refused = await new Branch().Monitoring.CommentAsync(Branch.Call, "none", new(Branch.Call.Actor, Day("2026-07-13"), "see you"), CancellationToken.None);

        Assert.Equal(new OnlyAMadeCheckpointCanBeCommentedOnRule("none"), Assert.IsType<UseCaseResult<Checkpoint>.Refused>(refused).Rule);
    }

    [Fact]
    public async Task Nobody_decides_about_their_own_goal_whatever_their_rights()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();
        var key = (await RunAll(branch, "2026-07-13", knownAt: null)).First(c => c.Subject == Agent("A1")).Key;

        // Everybody may everything here; the agent is the one of the actor's id.
        var refused = await branch.Monitoring.DecideAsync(Branch.Call with { Actor = new("A1") }, key, SomeCheckpoint.Decision() with { By = new("A1") }, CancellationToken.None);

        Assert.Equal(new ActorId("A1"), Assert.IsType<ANamedPersonDecidesRule>(Assert.IsType<UseCaseResult<Checkpoint>.Refused>(refused).Rule).By);
    }

    [Fact]
    public async Task The_due_run_makes_anew_what_was_made_on_demand_before_the_day_was_over()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();
        await branch.Monitoring.RunNowAsync(Branch.Call, Q3, Day("2026-07-12"), [], 7, CancellationToken.None).OrThrow();

        var due = await RunAll(branch, "2026-07-13", knownAt: 42);
        var again = await RunAll(branch, "2026-07-13", knownAt: 43);

        Assert.Equal(12, due.Count);
        Assert.All(due, c => Assert.Equal((42L, false), (c.KnownAt, c.IsAdHoc)));
        Assert.Equal(due, again);
        Assert.Equal(due, branch.Checkpoints.All);
    }

    [Fact]
    public async Task What_was_made_on_demand_stays_once_somebody_decided_or_said_something()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();
        var made = await branch.Monitoring.RunNowAsync(Branch.Call, Q3, Day("2026-07-12"), [], 7, CancellationToken.None).OrThrow();
        await branch.Monitoring.CommentAsync(Branch.Call, made[0].Key, new(Branch.Call.Actor, Day("2026-07-12"), "see you on Monday"), CancellationToken.None).OrThrow();
        await branch.Monitoring.DecideAsync(Branch.Call, made[1].Key, SomeCheckpoint.Decision(on: "2026-07-12"), CancellationToken.None).OrThrow();

        var due = await RunAll(branch, "2026-07-13", knownAt: 42);

        Assert.Equal([(7L, true), (7L, true), (42L, false)], due.Take(3).Select(c => (c.KnownAt!.Value, c.IsAdHoc)));
    }

    // A1 is led by A2, who leads T1, and A2 by A3, who leads T2 above.
    [Fact]
    public async Task Milestones_and_escalations_are_events()
    {
        var branch = new Branch(
            Assigned("A2", "T1", "2024-02-01", leads: true), Assigned("A3", "T2", "2024-02-01", leads: true),
            new TeamFact { Origin = new("crm", "T1"), Date = Day("2024-01-01"), Team = new("T1"), Parent = new("T2") })
        {
            CheckpointPolicies = new() { Escalations = [_ => Reason.Of("stated.reason")] },
        };
        await branch.OpenAndAgreeAsync();
        var goal = branch.GoalOf(Agent("A1"));

        var checkpoint = (await Run(branch, "2026-07-13")).Single(c => c.Goal == goal.Id);

        var events = branch.Edge.Events.Select(e => e.Event).Where(e => e.Aggregate == checkpoint.Key).ToArray();
        Assert.Equal(new CheckpointEscalated(checkpoint.Key, Agent("A1"), Id("A3")), Assert.Single(events.OfType<CheckpointEscalated>()));
        Assert.Equal(
            checkpoint.Milestones.Select(m => new MilestonePassed(checkpoint.Key, Agent("A1"), goal.Id, m)),
            events.OfType<MilestonePassed>());
        Assert.Contains("milestone.share", events.OfType<MilestonePassed>().Select(e => e.Milestone.Code));
        Assert.DoesNotContain(branch.Edge.Events.Select(e => e.Event).OfType<CheckpointEscalated>(), e => e.Subject == Agent("A3")); // nobody is above A3
    }

    [Fact]
    public async Task Feedback_is_stored_once()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();
        var key = (await Run(branch, "2026-07-13"))[0].Key;
        var feedback = new CheckpointFeedback(new("A1"), Day("2026-07-13"), "three visits are set");

        await branch.Monitoring.CommentAsync(Branch.Call with { Actor = new("A1") }, key, feedback, CancellationToken.None).OrThrow();
        var writes = branch.Checkpoints.Writes;
        await branch.Monitoring.CommentAsync(Branch.Call with { Actor = new("A1") }, key, feedback, CancellationToken.None).OrThrow();

        Assert.Equal([feedback], branch.Checkpoints.All[0].Feedback);
        Assert.Equal(writes, branch.Checkpoints.Writes);
    }

    [Fact]
    public async Task Running_a_day_again_changes_nothing_even_when_facts_have_changed()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();
        var first = await RunAll(branch, "2026-07-13");
        branch.Facts.Add(Joined("A2", left: "2026-07-05", revision: 2));

        var second = await RunAll(branch, "2026-07-13");

        Assert.Equal(first, second);
        Assert.Equal(12, branch.Checkpoints.Writes);
    }

    [Fact]
    public async Task Facts_of_the_day_itself_are_not_looked_at()
    {
        var branch = new Branch(Did("A1", "call", "2026-07-12 10:00"), Did("A1", "call", "2026-07-13 10:00"));
        await branch.OpenAndAgreeAsync();

        await Run(branch, "2026-07-13");

        Assert.Equal([Day("2026-07-12")], branch.Kpis.Opened[^1].Activities.Select(a => a.Date));
    }

    [Theory]
    [InlineData("2026-07-12", true)] // still there on the last counted day
    [InlineData("2026-07-11", false)]
    public async Task Who_has_left_has_no_checkpoint(string left, bool has)
    {
        var branch = new Branch(Joined("A1", left: left, revision: 2));
        await branch.OpenAndAgreeAsync();

        Assert.Equal(has, (await Run(branch, "2026-07-13")).Any(c => c.Subject == Agent("A1")));
    }

    [Fact]
    public async Task Earlier_checkpoints_of_the_goal_are_followed_up()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();
        foreach (var asOf in new[] { "2026-07-05", "2026-07-12" })
        {
            branch.Checkpoints.Put(SomeCheckpoint.Of(asOf, decision: SomeCheckpoint.Decision(due: "2026-07-19")) with { Goal = branch.GoalOf(Agent("A1")).Id });
        }

        var checkpoints = await Run(branch, "2026-07-20");

        Assert.Equal([2, 0, 0], checkpoints.Select(c => c.FollowUps.Count));
    }

    [Fact]
    public async Task The_same_decision_again_changes_nothing_and_another_one_is_refused()
    {
        var branch = new Branch();
        branch.Checkpoints.Put(SomeCheckpoint.Of());
        var (key, decision) = (SomeCheckpoint.Of().Key, SomeCheckpoint.Decision());

        var first = await branch.Monitoring.DecideAsync(Branch.Call, key, decision, CancellationToken.None).OrThrow();
        var second = await branch.Monitoring.DecideAsync(Branch.Call, key, decision, CancellationToken.None).OrThrow();
        var refused = await Assert.ThrowsAsync<BrokenRuleException>(() =>
            branch.Monitoring.DecideAsync(Branch.Call, key, decision with { Note = "something else" }, CancellationToken.None).OrThrow());

        Assert.Equal((decision, first), (first.Decision, second));
        Assert.Equal(1, branch.Checkpoints.Writes);
        Assert.IsType<CheckpointIsDecidedOnceRule>(refused.Rule);
        Assert.Equal(decision, Assert.Single(branch.Checkpoints.All).Decision);
    }

    [Fact]
    public async Task A_checkpoint_that_was_never_made_cannot_be_decided()
    {
        var refused = await Assert.ThrowsAsync<BrokenRuleException>(() =>
            new Branch().Monitoring.DecideAsync(Branch.Call, "none", SomeCheckpoint.Decision(), CancellationToken.None).OrThrow());

        Assert.Equal(new OnlyAMadeCheckpointCanBeDecidedRule("none"), refused.Rule);
    }

    [Fact]
    public async Task Two_people_who_decide_at_once_get_a_conflict()
    {
        var branch = new Branch();
        branch.Checkpoints.Put(SomeCheckpoint.Of());
        var faster = SomeCheckpoint.Of(decision: SomeCheckpoint.Decision(CheckpointAction.NoAction));
        branch.Checkpoints.Meanwhile = () => branch.Checkpoints.Put(faster);

        await Assert.ThrowsAsync<ConflictException>(() =>
            branch.Monitoring.DecideAsync(Branch.Call, faster.Key, SomeCheckpoint.Decision(), CancellationToken.None).OrThrow());

        Assert.Equal([faster], branch.Checkpoints.All);
    }

    [Fact]
    public async Task Without_its_documents_no_checkpoint_is_made()
    {
        var branch = new Branch { Documents = Branch.With() };

        var refused = await Assert.ThrowsAsync<BrokenRuleException>(() => Run(branch, "2026-07-13"));

        Assert.Equal(new ADocumentMustApplyRule(DocumentKinds.Kpis, Day("2026-07-01")), refused.Rule);
    }

    // Those of the agents' cases.
    private static async Task<IReadOnlyList<Checkpoint>> Run(Branch branch, string today) =>
        [.. (await RunAll(branch, today)).Where(c => c.Subject.Kind == SubjectKind.Agent && c.Measure.Value == "cases")];

    private static Task<IReadOnlyList<Checkpoint>> RunAll(Branch branch, string today, long? knownAt = null) =>
        branch.Monitoring.RunDueAsync(Branch.Call, Q3, Day(today), knownAt, CancellationToken.None).OrThrow();
}
