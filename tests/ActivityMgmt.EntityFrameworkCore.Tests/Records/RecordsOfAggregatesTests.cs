namespace ActivityMgmt.EntityFrameworkCore.Tests;

public class RecordsOfAggregatesTests
{
    private static readonly ActorId Manager = new("manager");

    private static readonly Goal Proposed = new()
    {
        Id = new("2026Q3/cases/agent:A1"),
        Partition = "2026Q3",
        Measure = new("cases"),
        Subject = Subject.Of(new AgentId("A1")),
        Period = new Quarter(2026, 3).Interval,
        Parent = new("2026Q3/cases/team:T1"),
        State = GoalState.Proposed,
        Revisions = [new(Quantity.Fraction(100m, 3m, Unit.Count), new(2026, 7, 1), Manager, Reason.Of("stated.first"))],
    };

    [Fact]
    public async Task A_record_is_written_with_its_aggregate_and_follows_it()
    {
        using var database = await TemporaryDatabase.CreateAsync();

        await database.Repository<Goal>().SaveAsync(Some.Call, [new(Proposed, 0)], CancellationToken.None);
        var before = Assert.Single(await List<GoalRecord>(database));
        await database.Repository<Goal>().SaveAsync(Some.Call, [new(Proposed.Agree(new(Manager, null), new(2026, 7, 2), Reason.Of("goal.agreed")), 1)], CancellationToken.None);
        var after = Assert.Single(await List<GoalRecord>(database));

        Assert.Equal(
            new GoalRecord
            {
                Key = "2026Q3/cases/agent:A1",
                Subject = Subject.Of(new AgentId("A1")),
                SubjectKind = SubjectKind.Agent,
                From = new(2026, 7, 1),
                Until = new(2026, 9, 30),
                Partition = "2026Q3",
                Measure = new("cases"),
                Parent = new GoalId("2026Q3/cases/team:T1"),
                State = GoalState.Proposed,
                Target = 33.333333m,
                Unit = "count",
                Revisions = 1,
                IsCascaded = true,
            },
            before);
        Assert.Equal(before with { State = GoalState.Agreed, Revisions = 2 }, after);
    }

    [Fact]
    public async Task A_conflict_writes_no_record()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        await database.Repository<Goal>().SaveAsync(Some.Call, [new(Proposed, 0)], CancellationToken.None);

        await Assert.ThrowsAsync<ConflictException>(() => database.Repository<Goal>().SaveAsync(
            Some.Call, [new(Proposed with { Id = new("other") }, 0), new(Proposed with { State = GoalState.Draft }, 0)], CancellationToken.None));

        Assert.Equal(GoalState.Proposed, Assert.Single(await List<GoalRecord>(database)).State);
    }

    [Fact]
    public async Task A_database_of_version_1_is_upgraded_and_filled()
    {
        using var database = TemporaryDatabase.Absent();
        await database.Database.UpgradeAsync([SchemaScript.All[0]], CancellationToken.None);
        var contents = new (string Tenant, IAggregate Aggregate)[]
        {
            ("branch-1", Proposed),
            ("branch-2", Proposed with { Subject = Subject.Branch("B1"), Parent = null }),
            ("branch-1", Evaluation),
            ("branch-1", new ActivityPlan { Partition = "2026Q3", Agent = new("A1"), Goal = Proposed.Id, Period = new(new(2026, 6, 26), new(2026, 9, 25)), Steps = [], Weeks = [], Findings = [] }),
        };
        foreach (var (tenant, aggregate) in contents)
        {
            database.Execute($"""
                INSERT INTO aggregates VALUES ('{tenant}', '{aggregate.GetType().FullName}', '{aggregate.Key}', '2026Q3', 1, 1, '{StoredJson.Write(aggregate, aggregate.GetType())}')
                """);
        }

        await database.Database.CreateOrUpgradeAsync(CancellationToken.None);

        Assert.Equal([GoalRecord.Of(Proposed)], await List<GoalRecord>(database));
        Assert.Equal([EvaluationRecord.Of(Evaluation)], await List<EvaluationRecord>(database));
        Assert.Equal([(new LocalDate(2026, 6, 26), new LocalDate(2026, 9, 25))], (await List<PlanRecord>(database)).Select(p => (p.From, p.Until)));
        Assert.Equal(
            [Subject.Branch("B1")],
            (await database.Queries<GoalRecord>().ListAsync(Some.OtherTenant, AccessScope.Everything(Some.OtherTenant), Specification.All<GoalRecord>(), CancellationToken.None)).Select(g => g.Subject));
        await database.Repository<Goal>().SaveAsync(Some.Call, [new(Proposed with { State = GoalState.Draft }, 1)], CancellationToken.None);
        Assert.Equal(GoalState.Draft, Assert.Single(await List<GoalRecord>(database)).State);
    }

    [Fact]
    public async Task A_database_of_version_2_gains_escalations_owners_adverse_evaluations_and_planned_weeks()
    {
        using var database = TemporaryDatabase.Absent();
        await database.Database.UpgradeAsync([.. SchemaScript.All.Take(2)], CancellationToken.None);
        var checkpoint = new Checkpoint
        {
            Partition = "2026Q3",
            Subject = Subject.Of(new AgentId("A1")),
            Team = new("T1"),
            Goal = Proposed.Id,
            Measure = new("cases"),
            AsOf = new(2026, 7, 19),
            KnownAt = null,
            Target = Quantity.Count(100m),
            Expected = Quantity.Count(20m),
            Actual = new Reading.Measured(Quantity.Count(10m), Evidence.None),
            Forecast = new Forecast.Absent(Reason.Of("stated.nothing")),
            Status = GoalStatus.OffTrack,
            NeededPerDay = null,
            Progress = [],
            Cause = null,
            Proposals = [],
            FollowUps = [],
            EscalatedTo = new AgentId("M2"),
            Milestones = [Reason.Of("stated.first")],
            Decision = new(CheckpointAction.Coach, Manager, new(2026, 7, 20), "go along", new(2026, 7, 31)) { Owner = new("A1") },
        };
        var week = WeekPlan.Draft(new("A1"), new(2026, 7, 21), "Asia/Shanghai").With(
            new PlannedActivity { Id = new("V1"), Activity = "interview", StartsAt = Instant.FromUtc(2026, 7, 21, 2, 0), Minutes = 60, Purpose = "first-meeting" });
        var adverse = Evaluation with { Adverse = Reason.Of("stated.adverse") };
        foreach (var aggregate in (IAggregate[])[checkpoint, week, adverse])
        {
            database.Execute($"""
                INSERT INTO aggregates VALUES ('branch-1', '{aggregate.GetType().FullName}', '{aggregate.Key}', '{aggregate.Partition}', 1, 1, '{StoredJson.Write(aggregate, aggregate.GetType()).Replace("\"firstDay\":", "\"monday\":", StringComparison.Ordinal)}')
                """);
        }

        await database.Database.CreateOrUpgradeAsync(CancellationToken.None);

        Assert.Equal(new LocalDate(2026, 7, 20), (await database.Repository<WeekPlan>().FindAsync(Some.Call, week.Key, CancellationToken.None))!.Value.FirstDay);
        Assert.Equal([(new AgentId("M2"), new ActorId("A1"), 1)], (await List<CheckpointRecord>(database)).Select(c => (c.EscalatedTo!.Value, c.Owner!.Value, c.Milestones)));
        Assert.Equal([checkpoint.Key], (await database.Queries<CheckpointRecord>().ListAsync(
            Some.Call, AccessScope.Everything(Some.Call), Specification.Where<CheckpointRecord>(c => c.HasOpenDecision && c.Owner == new ActorId("A1")), CancellationToken.None)).Select(c => c.Key));
        Assert.Equal([true], (await List<EvaluationRecord>(database)).Select(e => e.IsAdverse));
        Assert.Equal(
            new WeekRecord
            {
                Key = "2026-W30/A1",
                Subject = Subject.Of(new AgentId("A1")),
                From = new(2026, 7, 20),
                Until = new(2026, 7, 26),
                Partition = "2026-W30",
                State = WeekPlanState.Draft,
                Activities = 1,
                Minutes = 60,
                DecidedBy = null,
            },
            Assert.Single(await List<WeekRecord>(database)));
    }

    private static Evaluation Evaluation => new()
    {
        Partition = "2026Q3",
        Agent = new("A1"),
        Period = new Quarter(2026, 3).Interval,
        Goals = [],
        Scorecard = new() { Parts = [], Total = 82.5m },
        Compliance = [],
        Strengths = [],
        Weaknesses = [],
        Actions = [],
    };

    private static Task<IReadOnlyList<T>> List<T>(TemporaryDatabase database)
        where T : class, IQueryRecord =>
        database.Queries<T>().ListAsync(Some.Call, AccessScope.Everything(Some.Call), Specification.All<T>(), CancellationToken.None);
}
