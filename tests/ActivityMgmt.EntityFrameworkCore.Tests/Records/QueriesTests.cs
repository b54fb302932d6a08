namespace ActivityMgmt.EntityFrameworkCore.Tests;

public class QueriesTests
{
    private static readonly AccessScope All = AccessScope.Everything(Some.Call);

    [Fact]
    public async Task A_scope_without_grants_finds_nothing()
    {
        using var database = await WithRecords(SomeRecords.Checkpoint("1"));

        var found = await List(database, AccessScope.Nothing(Some.Call));

        Assert.Empty(found);
    }

    [Theory]
    [InlineData(2, false)] // the day before
    [InlineData(3, true)] // the first day
    [InlineData(5, true)] // the last day
    [InlineData(6, false)] // the day after
    public async Task A_stretch_reaches_from_its_first_to_its_last_day(int day, bool isFound)
    {
        using var database = await WithRecords(SomeRecords.Checkpoint("1", "A1", day), SomeRecords.Checkpoint("2", "A2", day));
        var scope = Scope(new AccessStretch(Subject.Of(new AgentId("A1")), SomeRecords.Start.PlusDays(3), SomeRecords.Start.PlusDays(5)));

        var found = await List(database, scope);

        Assert.Equal(isFound ? ["1"] : [], found.Select(r => r.Key));
    }

    [Fact]
    public async Task Another_kind_of_data_or_only_deciding_gives_nothing()
    {
        using var database = await WithRecords(SomeRecords.Checkpoint("1"));

        Assert.Empty(await List(database, Scope(AccessStretch.Everything, data: DataKind.Goals)));
        Assert.Empty(await List(database, Scope(AccessStretch.Everything, action: AccessAction.Decide)));
        Assert.Single(await List(database, Scope(AccessStretch.Everything)));
    }

    [Fact]
    public async Task Another_tenants_records_are_not_found()
    {
        using var database = await WithRecords(SomeRecords.Checkpoint("1"));

        Assert.Empty(await database.Queries<CheckpointRecord>().ListAsync(
            Some.OtherTenant, AccessScope.Everything(Some.OtherTenant), Specification.All<CheckpointRecord>(), CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => database.Queries<CheckpointRecord>().ListAsync(
            Some.OtherTenant, All, Specification.All<CheckpointRecord>(), CancellationToken.None));
    }

    [Fact]
    public async Task The_first_the_single_one_and_the_number_are_of_the_scope()
    {
        using var database = await WithRecords(SomeRecords.Checkpoint("1", "A1"), SomeRecords.Checkpoint("2", "A2"), SomeRecords.Checkpoint("3", "A2"));
        var queries = database.Queries<CheckpointRecord>();
        var scope = Scope(new AccessStretch(Subject.Of(new AgentId("A2"))));
        var all = Specification.All<CheckpointRecord>();

        Assert.Equal("2", (await queries.FirstOrDefaultAsync(Some.Call, scope, all, CancellationToken.None))!.Key);
        Assert.Equal(2, await queries.CountAsync(Some.Call, scope, all.Page(0, 1), CancellationToken.None));
        Assert.Equal("3", (await queries.SingleOrDefaultAsync(Some.Call, scope, all.Where(c => c.Key == "3").AsSingle(), CancellationToken.None))!.Key);
        Assert.Null(await queries.SingleOrDefaultAsync(Some.Call, scope, all.Where(c => c.Key == "1").AsSingle(), CancellationToken.None));
        await Assert.ThrowsAsync<InvalidOperationException>(() => queries.SingleOrDefaultAsync(Some.Call, scope, all.AsSingle(), CancellationToken.None));
    }

    [Fact]
    public async Task A_scope_of_thousands_of_stretches_is_one_statement()
    {
        using var database = await WithRecords([.. Enumerable.Range(0, 3000).Select(n => SomeRecords.Checkpoint($"K{n}", $"E{n}"))]);
        var scope = Scope([.. Enumerable.Range(0, 3000).Where(n => n % 2 == 0).Select(n => new AccessStretch(Subject.Of(new AgentId($"E{n}"))))]);

        Assert.Equal(1500, await database.Queries<CheckpointRecord>().CountAsync(Some.Call, scope, Specification.All<CheckpointRecord>(), CancellationToken.None));
    }

    [Fact]
    public async Task A_cancelled_call_asks_nothing()
    {
        using var database = await WithRecords(SomeRecords.Checkpoint("1"));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            database.Queries<CheckpointRecord>().ListAsync(Some.Call, All, Specification.All<CheckpointRecord>(), new(canceled: true)));
    }

    private static AccessScope Scope(AccessStretch stretch, AccessAction action = AccessAction.See, DataKind data = DataKind.Checkpoints) => AccessScope.Nothing(Some.Call) with
    {
        Grants = [new() { Actions = [action], Data = [data], Stretches = [stretch] }],
    };

    private static AccessScope Scope(AccessStretch[] stretches) => AccessScope.Nothing(Some.Call) with
    {
        Grants = [new() { Actions = [AccessAction.See], Data = [DataKind.Checkpoints], Stretches = stretches }],
    };

    private static Task<IReadOnlyList<CheckpointRecord>> List(TemporaryDatabase database, AccessScope scope) =>
        database.Queries<CheckpointRecord>().ListAsync(Some.Call, scope, Specification.All<CheckpointRecord>(), CancellationToken.None);

    private static async Task<TemporaryDatabase> WithRecords(params CheckpointRecord[] records)
    {
        var database = await TemporaryDatabase.CreateAsync();
        await SomeRecords.PutAsync(database, Some.Call.Tenant.Value, records);
        return database;
    }
}
