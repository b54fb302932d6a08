namespace ActivityMgmt.EntityFrameworkCore.Tests;

public class RepositoryTests
{
    private static readonly Quarter Q3 = new(2026, 3);

    private static readonly Review Full = new()
    {
        Agent = new("E1001"),
        Quarter = Q3,
        State = new ReviewState.DecidedBy(
            new("manager"), Instant.FromUtc(2026, 10, 1, 8, 0), Money.Of(20_000m, "CNY"), [new(Severity.Warn, Reason.Of("x", ("n", 1)))]),
        Readings =
        [
            new Reading.Measured(Quantity.Ratio(2m, 3m), new([new("facts", 3m)], [new(new(FactKind.Activity, "crm", "1"), 2)])),
            new Reading.NoData(Reason.Of("kpi.no-facts"), Evidence.None),
            new Reading.NotApplicable(Reason.Of("kpi.no-policy")),
        ],
        Targets = new Dictionary<MeasureId, Quantity> { [new("premium")] = Quantity.Of(Money.Of(12_000.50m, "CNY")), [new("calls")] = Quantity.Count(40m) },
        Steps = new Dictionary<Subject, IReadOnlyList<Step>> { [Subject.Of(new TeamId("三组"))] = [new(new(2026, 8, 1), "回访")] },
        Total = null,
    };

    [Fact]
    public async Task Finds_what_was_saved_member_by_member()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        await Save(database, Full, token: 0);

        var found = await Find(database);

        Assert.Equal(1, found.Token);
        Assert.Equal(Full.State, found.Value.State with { }, SameState);
        Assert.Equal(Full.Readings, found.Value.Readings);
        Assert.Equal(Full.Targets, found.Value.Targets);
        Assert.Equal(Full.Steps.Single().Value, found.Value.Steps[Subject.Of(new TeamId("三组"))]);
        Assert.Equal(StoredJson.Write(Full), StoredJson.Write(found.Value));
    }

    [Fact]
    public async Task Finds_a_record_with_a_constructor()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        var pledge = new Pledge("P1", "2026Q3", Money.Of(5m, "CNY"), new Cause.NoData(Reason.Of("few")));

        await database.Repository<Pledge>().SaveAsync(Some.Call, [new(pledge, 0)], CancellationToken.None);

        Assert.Equal(new(pledge, 1), await database.Repository<Pledge>().FindAsync(Some.Call, "P1", CancellationToken.None));
    }

    [Fact]
    public async Task Computed_members_are_not_stored()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        await Save(database, Full, token: 0);

        Assert.DoesNotContain("stepCount", database.Dump(), StringComparison.Ordinal);
        Assert.DoesNotContain("\"key\"", database.Dump(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_keys_and_partitions_have_nothing()
    {
        using var database = await TemporaryDatabase.CreateAsync();

        Assert.Null(await database.Repository<Review>().FindAsync(Some.Call, "nobody", CancellationToken.None));
        Assert.Empty(await database.Repository<Review>().ListAsync(Some.Call, "2026Q3", CancellationToken.None));
    }

    [Fact]
    public async Task A_change_moves_the_token_and_an_unchanged_one_does_not()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        await Save(database, Full, token: 0);
        var before = database.Dump();

        await Save(database, Full, token: 1);
        Assert.Equal(before, database.Dump());

        await Save(database, Full with { Remark = "seen" }, token: 1);
        Assert.Equal(2, (await Find(database)).Token);
    }

    [Theory]
    [InlineData(0)] // believes it is new
    [InlineData(2)]
    public async Task Another_token_is_a_conflict_and_nothing_is_saved(long token)
    {
        using var database = await TemporaryDatabase.CreateAsync();
        await Save(database, Full, token: 0);
        var before = database.Dump();

        var conflict = await Assert.ThrowsAsync<ConflictException>(() => database.Repository<Review>().SaveAsync(
            Some.Call,
            [new(Full with { Agent = new("E1") }, 0), new(Full with { Remark = "late" }, token), new(Full with { Agent = new("E2") }, 0)],
            CancellationToken.None));

        Assert.Equal("storage.changed-meanwhile", conflict.Reason.Code);
        Assert.Equal("E1001/2026Q3", conflict.Reason["key"].Text);
        Assert.Equal(before, database.Dump());
    }

    [Fact]
    public async Task One_that_was_never_stored_has_no_other_token_than_0()
    {
        using var database = await TemporaryDatabase.CreateAsync();

        await Assert.ThrowsAsync<ConflictException>(() => Save(database, Full, token: 1));
    }

    [Fact]
    public async Task The_same_aggregate_twice_is_refused()
    {
        using var database = await TemporaryDatabase.CreateAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => database.Repository<Review>().SaveAsync(Some.Call, [new(Full, 0), new(Full, 0)], CancellationToken.None));
    }

    [Fact]
    public async Task Of_two_who_read_the_same_version_one_wins()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        using var other = database.Again();
        await Save(database, Full, token: 0);

        var outcomes = await Task.WhenAll(Try(database, "mine"), Try(other, "theirs"));

        Assert.Equal([false, true], outcomes.Order());
        Assert.Equal(2, (await Find(database)).Token);

        static async Task<bool> Try(TemporaryDatabase database, string remark)
        {
            try
            {
                await Task.Run(() => Save(database, Full with { Remark = remark }, token: 1));
                return true;
            }
            catch (ConflictException)
            {
                return false;
            }
        }
    }

    [Fact]
    public async Task Lists_a_partition_by_key_ordinally()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        string[] agents = ["b", "B", "a", "张三", "Ä", "😀", "\uFF21"];
        await database.Repository<Review>().SaveAsync(
            Some.Call, [.. agents.Select(a => new Stored<Review>(Full with { Agent = new(a) }, 0)), new(Full with { Quarter = new(2026, 4) }, 0)], CancellationToken.None);

        var list = await database.Repository<Review>().ListAsync(Some.Call, "2026Q3", CancellationToken.None);

        Assert.Equal(agents.Order(StringComparer.Ordinal), list.Select(s => s.Value.Agent.Value));
    }

    [Fact]
    public async Task Saves_more_than_one_query_can_ask_for()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        Stored<Review>[] many = [.. Enumerable.Range(0, 1200).Select(n => new Stored<Review>(Full with { Agent = new($"E{n}") }, 0))];

        await database.Repository<Review>().SaveAsync(Some.Call, many, CancellationToken.None);

        Assert.Equal(1200, (await database.Repository<Review>().ListAsync(Some.Call, "2026Q3", CancellationToken.None)).Count);
    }

    [Fact]
    public async Task A_text_of_a_later_version_is_refused()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        await Save(database, Full, token: 0);
        database.Execute("UPDATE aggregates SET content_format = 99");

        var refused = await Assert.ThrowsAsync<StorageException>(() => Find(database));

        Assert.Equal("storage.newer-content", refused.Reason.Code);
    }

    private static bool SameState(ReviewState one, ReviewState other) => StoredJson.Write(one) == StoredJson.Write(other);

    private static Task Save(TemporaryDatabase database, Review review, long token) =>
        database.Repository<Review>().SaveAsync(Some.Call, [new(review, token)], CancellationToken.None);

    private static async Task<Stored<Review>> Find(TemporaryDatabase database) =>
        (await database.Repository<Review>().FindAsync(Some.Call, "E1001/2026Q3", CancellationToken.None))!;
}
