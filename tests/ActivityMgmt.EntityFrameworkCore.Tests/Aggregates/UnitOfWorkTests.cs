namespace ActivityMgmt.EntityFrameworkCore.Tests;

public class UnitOfWorkTests
{
    private static readonly Pledge First = new("P1", "2026Q3", Money.Of(5m, "CNY"));

    private static readonly Goal Goal = new()
    {
        Id = new("G1"),
        Partition = "2026Q3",
        Measure = new("cases"),
        Subject = Subject.Of(new AgentId("A1")),
        Period = new Quarter(2026, 3).Interval,
        State = GoalState.Active,
        Revisions = [new(Quantity.Count(10m), new(2026, 7, 1), new("manager"), Reason.Of("stated.first"))],
    };

    private static readonly AuditEntry Entry = new()
    {
        At = Instant.FromUtc(2026, 7, 1, 8, 0),
        Date = new(2026, 7, 1),
        Action = "agree-goals",
        What = Reason.Of("goal.agreed"),
        Subject = Subject.Of(new AgentId("A1")),
        Outcome = AuditOutcome.Done,
    };

    private static readonly DomainEvent Happened = new GoalAgreed(Goal.Id, Goal.Subject, Goal.Target);

    private static readonly Changes All = Changes.None.Save<Pledge>([new(First, 0)]).Save<Goal>([new(Goal, 0)]).Raise([Happened]).Note(Entry);

    [Fact]
    public async Task Aggregates_of_two_kinds_events_and_audit_are_stored_together()
    {
        using var database = await TemporaryDatabase.CreateAsync();

        await database.Get<IUnitOfWork>().CommitAsync(Some.Call, All, CancellationToken.None);

        Assert.Equal(new(First, 1), await database.Repository<Pledge>().FindAsync(Some.Call, "P1", CancellationToken.None));
        Assert.Equal(1, (await database.Repository<Goal>().FindAsync(Some.Call, "G1", CancellationToken.None))!.Token);
        Assert.Equal([GoalRecord.Of(Goal)], await List<GoalRecord>(database));
        Assert.Equal([new StoredEvent(Some.Call.Tenant, 1, Happened)], await database.Get<IOutbox>().ReadAsync(Some.Call, "inbox", 10, CancellationToken.None));
        Assert.Equal([AuditRecord.Of(Entry, CallContext.SystemActor, 1)], await List<AuditRecord>(database));
    }

    [Fact]
    public async Task One_stale_aggregate_and_nothing_is_stored()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        await database.Repository<Goal>().SaveAsync(Some.Call, [new(Goal, 0)], CancellationToken.None);
        var before = database.Dump();

        await Assert.ThrowsAsync<ConflictException>(() => database.Get<IUnitOfWork>().CommitAsync(Some.Call, All, CancellationToken.None));

        Assert.Equal(before, database.Dump());
    }

    [Fact]
    public async Task Stopped_before_the_commit_nothing_is_stored()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        var before = database.Dump();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => database.Get<IUnitOfWork>().CommitAsync(Some.Call, All, new(canceled: true)));

        Assert.Equal(before, database.Dump());
    }

    [Fact]
    public async Task The_same_aggregate_twice_is_refused()
    {
        using var database = await TemporaryDatabase.CreateAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => database.Get<IUnitOfWork>().CommitAsync(
            Some.Call, Changes.None.Save<Pledge>([new(First, 0), new(First, 0)]), CancellationToken.None));
    }

    [Fact]
    public async Task Of_two_who_commit_at_once_every_event_has_its_own_place()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        using var other = database.Again();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(n => Task.Run(() => (n % 2 == 0 ? database : other).Get<IUnitOfWork>().CommitAsync(
            Some.Call, Changes.None.Raise([Happened]).Note(Entry), CancellationToken.None))));

        Assert.Equal(
            Enumerable.Range(1, 20).Select(n => (long)n),
            (await database.Get<IOutbox>().ReadAsync(Some.Call, "inbox", 100, CancellationToken.None)).Select(e => e.Sequence));
        Assert.Equal(Enumerable.Range(1, 20).Select(n => (long)n), (await List<AuditRecord>(database)).Select(r => r.Sequence));
    }

    private static Task<IReadOnlyList<T>> List<T>(TemporaryDatabase database)
        where T : class, IQueryRecord =>
        database.Queries<T>().ListAsync(Some.Call, AccessScope.Everything(Some.Call), Specification.All<T>(), CancellationToken.None);
}
