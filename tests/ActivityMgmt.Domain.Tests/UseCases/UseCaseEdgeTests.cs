using System.Diagnostics;
using System.Diagnostics.Metrics;
using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class UseCaseEdgeTests
{
    private static readonly LocalDate Monday = Day("2026-07-13");

    [Fact]
    public async Task Done_gives_the_value_stores_everything_and_leaves_one_entry_in_the_audit_trail()
    {
        var branch = new Branch();

        var result = await branch.GoalSetting.OpenAsync(Branch.Call, Q3, Branch.Opening, null, CancellationToken.None);

        var opening = Assert.IsType<UseCaseResult<QuarterOpening>.Done>(result).Value;
        Assert.Equal(branch.Goals.All, opening.Goals);
        Assert.Equal([new QuarterOpened(Q3, opening.Goals.Count)], branch.Edge.Events.Select(e => e.Event));
        Assert.Equal(
            new AuditEntry
            {
                At = Instant.FromUtc(2026, 7, 1, 1, 30),
                Date = Branch.Opening,
                Action = "open-quarter",
                What = Reason.Of("audit.done", ("useCase", ReasonValue.Term("use-case.open-quarter")), ("count", opening.Goals.Count), ("keys", string.Join(' ', opening.Goals.Select(g => g.Key)))),
                Subject = Subject.Branch("tenant"),
                Outcome = AuditOutcome.Done,
            },
            Assert.Single(branch.Edge.Audit));
    }

    [Fact]
    public async Task Done_again_changes_nothing_and_leaves_no_further_entry()
    {
        var branch = new Branch();
        await branch.OpenAsync();

        await branch.OpenAsync();

        Assert.Single(branch.Edge.Audit);
        Assert.Single(branch.Edge.Events);
    }

    [Fact]
    public async Task Refused_gives_the_rule_as_a_blocking_finding_and_is_audited()
    {
        var branch = new Branch();

        var result = await branch.Monitoring.DecideAsync(Branch.Call, "none", SomeCheckpoint.Decision(), CancellationToken.None);

        var refused = Assert.IsType<UseCaseResult<Checkpoint>.Refused>(result);
        Assert.Equal(new OnlyAMadeCheckpointCanBeDecidedRule("none"), refused.Rule);
        Assert.Equal([new Finding(Severity.Block, refused.Rule.Reason)], result.Findings);
        Assert.Equal((AuditOutcome.Refused, "decide-checkpoint", refused.Rule.Reason), Assert.Single(branch.Edge.Audit) is var e ? (e.Outcome, e.Action, e.What) : default);
    }

    [Fact]
    public async Task Conflict_stores_nothing_and_tells_what_clashed()
    {
        var branch = new Branch();
        branch.Goals.Meanwhile = () => branch.Goals.Put(SomeGoal.Of() with { Id = Cascade.IdOf(Q3, new("cases"), Agent("A1")) });

        var result = await branch.GoalSetting.OpenAsync(Branch.Call, Q3, Branch.Opening, null, CancellationToken.None);

        Assert.Equal("stated.conflict", Assert.IsType<UseCaseResult<QuarterOpening>.Conflict>(result).Reason.Code);
        Assert.Single(branch.Goals.All); // the other one's
        Assert.Empty(branch.Edge.Events);
        Assert.Empty(branch.Edge.Audit);
    }

    [Fact]
    public async Task Or_throw_gives_the_value_or_the_exception()
    {
        var rule = new OnlyAMadeCheckpointCanBeDecidedRule("none");

        Assert.Equal(7, new UseCaseResult<int>.Done(7, []).OrThrow());
        Assert.Same(rule, Assert.Throws<BrokenRuleException>(() => new UseCaseResult<int>.Refused(rule).OrThrow()).Rule);
        await Assert.ThrowsAsync<ConflictException>(() => Task.FromResult<UseCaseResult<int>>(new UseCaseResult<int>.Conflict(Reason.Of("x"))).OrThrow());
    }

    [Fact]
    public async Task Whom_the_policy_does_not_know_may_do_nothing_and_nothing_is_read()
    {
        var branch = new Branch { Edge = { Access = AccessPolicies.System } };

        UseCaseResult<QuarterOpening> opening = await branch.GoalSetting.OpenAsync(Branch.Call, Q3, Branch.Opening, null, CancellationToken.None);

        Assert.Equal(
            new NobodyActsOutsideTheirScopeRule(Branch.Call.Actor, AccessAction.Decide, DataKind.Goals, Subject.Branch("tenant"), Branch.Opening),
            Assert.IsType<UseCaseResult<QuarterOpening>.Refused>(opening).Rule);
        Assert.Empty(branch.Goals.All);
        Assert.Empty(branch.Kpis.Opened);
        Assert.Equal("access.outside-scope", Assert.Single(branch.Edge.Audit).What.Code);
    }

    [Fact]
    public async Task Every_use_case_is_refused_without_a_scope()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();
        var key = (await branch.Monitoring.RunDueAsync(Branch.Call, Q3, Monday, null, CancellationToken.None).OrThrow())[0].Key;
        branch.Facts.Add(Joined("A1", left: "2026-07-10", revision: 2));
        branch.Edge.Access = AccessPolicies.System;
        var writes = branch.Goals.Writes + branch.Plans.Writes + branch.Checkpoints.Writes + branch.Evaluations.Writes;

        Rule(await branch.GoalSetting.HandOverAsync(Branch.Call, Q3, Id("A1"), Monday, null, CancellationToken.None));
        Rule(await branch.GoalSetting.MoveTeamAsync(Branch.Call, Q3, Id("A2"), Monday, Monday, null, CancellationToken.None));
        Rule(await branch.Planning.PlanAsync(Branch.Call, Q3, Monday, null, CancellationToken.None));
        Rule(await branch.Monitoring.RunDueAsync(Branch.Call, Q3, Monday, null, CancellationToken.None));
        Rule(await branch.Monitoring.DecideAsync(Branch.Call, key, SomeCheckpoint.Decision(), CancellationToken.None));
        Rule(await branch.Evaluating.CloseAsync(Branch.Call, Q3, Day("2026-10-01"), null, CancellationToken.None));

        Assert.Equal(writes, branch.Goals.Writes + branch.Plans.Writes + branch.Checkpoints.Writes + branch.Evaluations.Writes);
        static void Rule<T>(UseCaseResult<T> result) => Assert.IsType<NobodyActsOutsideTheirScopeRule>(Assert.IsType<UseCaseResult<T>.Refused>(result).Rule);
    }

    [Theory]
    [InlineData("A1", true)]
    [InlineData("A3", false)] // of the other team
    public async Task A_leader_decides_for_their_own_team_only(string agent, bool may)
    {
        var branch = new Branch(Joined("L1"), Assigned("L1", "T1", leads: true));
        await branch.OpenAndAgreeAsync();
        var made = await branch.Monitoring.RunDueAsync(Branch.Call, Q3, Monday, null, CancellationToken.None).OrThrow();
        branch.Edge.Access = new OrganisationAccessPolicy(new OrganisationsOf(branch.Facts), new());
        var decision = SomeCheckpoint.Decision() with { By = new("L1") };

        var result = await branch.Monitoring.DecideAsync(
            Branch.Call with { Actor = new("L1") }, made.Single(c => c.Subject == Agent(agent) && c.Measure.Value == "cases").Key, decision, CancellationToken.None);

        Assert.Equal(may, result is UseCaseResult<Checkpoint>.Done);
    }

    [Fact]
    public async Task A_handler_gets_what_was_committed_and_its_failure_stops_nobody()
    {
        var (good, bad) = (new Remembering("good"), new Remembering("bad") { FailsOn = 1 });
        var branch = new Branch { Edge = { Handlers = { bad, good } } };

        await branch.OpenAsync();
        bad.FailsOn = null;
        await branch.OpenAndAgreeAsync();

        Assert.Equal(branch.Edge.Events, good.Seen);
        Assert.Equal(branch.Edge.Events, bad.Seen); // the first came again, before the later ones
        Assert.IsType<QuarterOpened>(good.Seen[0].Event);
    }

    [Fact]
    public async Task A_cancelled_call_stores_nothing_and_is_not_a_result()
    {
        var branch = new Branch();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => branch.GoalSetting.OpenAsync(Branch.Call, Q3, Branch.Opening, null, new(canceled: true)));

        Assert.Empty(branch.Goals.All);
        Assert.Empty(branch.Edge.Audit);
    }

    [Fact]
    public async Task Durations_outcomes_and_checkpoints_are_measured_without_anybodys_id()
    {
        var branch = new Branch();
        var (measured, traced) = (new List<string>(), new List<string>());
        using var meters = Listen(measured);
        using var activities = new ActivityListener
        {
            ShouldListenTo = s => s.Name == ActivityTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = a => { lock (traced) { traced.Add($"{a.OperationName} {string.Join(",", a.Tags)}"); } },
        };
        ActivitySource.AddActivityListener(activities);

        await branch.OpenAndAgreeAsync();
        await branch.Monitoring.RunDueAsync(Branch.Call, Q3, Monday, null, CancellationToken.None).OrThrow();
        await branch.Monitoring.DecideAsync(Branch.Call, "nobody-knows", SomeCheckpoint.Decision(), CancellationToken.None);

        Assert.Contains("activitymgmt.usecase.duration use_case=run-due-checkpoints outcome=done", measured);
        Assert.Contains("activitymgmt.usecase.duration use_case=decide-checkpoint outcome=refused", measured);
        Assert.Equal(12, measured.Count(m => m.StartsWith("activitymgmt.checkpoints status=", StringComparison.Ordinal)));
        Assert.Contains("decide-checkpoint [outcome, refused]", traced);
        Assert.DoesNotContain(measured.Concat(traced), m => m.Contains("A1", StringComparison.Ordinal) || m.Contains("manager", StringComparison.Ordinal) || m.Contains("tenant", StringComparison.Ordinal));

        // Tests run side by side; only this branch's meter counts.
        MeterListener Listen(List<string> into)
        {
            var listener = new MeterListener
            {
                InstrumentPublished = (instrument, l) =>
                {
                    if (branch.Edge.Meters.Made.Contains(instrument.Meter))
                    {
                        l.EnableMeasurementEvents(instrument);
                    }
                },
            };
            listener.SetMeasurementEventCallback<double>((i, _, tags, _) => into.Add(Line(i, tags)));
            listener.SetMeasurementEventCallback<long>((i, _, tags, _) => into.Add(Line(i, tags)));
            listener.Start();
            return listener;
        }

        static string Line(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            $"{instrument.Name} {string.Join(' ', tags.ToArray().Select(t => $"{t.Key}={t.Value}"))}";
    }

    [Fact]
    public async Task The_audit_trail_says_which_one_was_changed()
    {
        var branch = new Branch();
        await branch.OpenAndAgreeAsync();
        var key = (await branch.Monitoring.RunDueAsync(Branch.Call, Q3, Monday, null, default).OrThrow())[0].Key;

        await branch.Monitoring.CommentAsync(Branch.Call, key, new(Branch.Call.Actor, Monday, "see you"), default).OrThrow();

        Assert.Equal(Reason.Of("audit.done", ("useCase", ReasonValue.Term("use-case.comment-checkpoint")), ("count", 1), ("keys", key)), branch.Edge.Audit[^1].What);
    }

    [Fact]
    public async Task What_is_committed_is_done_even_when_the_outbox_fails_and_that_is_counted()
    {
        var branch = new Branch { Edge = { OutboxFailure = new TimeoutException("The disk is busy."), Handlers = { new Remembering("inbox") } } };
        var failed = new List<string>();
        using var listener = new MeterListener { InstrumentPublished = (i, l) => { if (branch.Edge.Meters.Made.Contains(i.Meter) && i.Name == "activitymgmt.events.failed") { l.EnableMeasurementEvents(i); } } };
        listener.SetMeasurementEventCallback<long>((_, n, tags, _) => failed.Add($"{n} {string.Join(' ', tags.ToArray().Select(t => t.Value))}"));
        listener.Start();

        var opened = await branch.GoalSetting.OpenAsync(Branch.Call, Q3, Branch.Opening, null, default);

        Assert.IsType<UseCaseResult<QuarterOpening>.Done>(opened);
        Assert.Equal(["1 (outbox)"], failed);
        Assert.Single(branch.Edge.Events); // comes with the next delivery
    }

    private sealed class Remembering(string name) : IDomainEventSubscriber
    {
        public string Name => name;

        public long? FailsOn { get; set; }

        public List<StoredEvent> Seen { get; } = [];

        public Task HandleAsync(StoredEvent happened, CancellationToken cancellation)
        {
            if (happened.Sequence == FailsOn)
            {
                throw new InvalidOperationException("not today");
            }

            Seen.Add(happened);
            return Task.CompletedTask;
        }
    }
}
