namespace ActivityMgmt.EntityFrameworkCore.Tests;

public class FactStoreTests
{
    private static readonly LocalDate First = new(2026, 7, 1);
    private static readonly LocalDate Second = new(2026, 7, 8);
    private static readonly LocalDate Third = new(2026, 7, 15);

    [Fact]
    public async Task Keeps_what_it_was_given()
    {
        using var database = await TemporaryDatabase.CreateAsync();

        var result = await Append(database, Some.Delivery(First, Some.Visit("1"), Some.Visit("2")));

        Assert.Equal((2, 0, 0, 0, 0, 0, 2L), Counts(result));
        Assert.Equal([Some.Visit("1"), Some.Visit("2")], await Read(database));
        Assert.Equal([new("crm-2026-07-01", First, 2)], await database.Facts.DeliveriesAsync(Some.Call, CancellationToken.None));
    }

    [Fact]
    public async Task A_repeated_delivery_changes_nothing_in_the_database()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        var delivery = Some.Complete(First, Some.Visit("1"), Some.Visit("2")) with { Names = [new(FactKind.Agent, "E1001", "李娜")] };
        await Append(database, delivery);
        var before = database.Dump();

        var again = await Append(database, delivery);

        Assert.Equal((0, 0, 2, 0, 0, 0, 2L), Counts(again));
        Assert.Equal(before, database.Dump());
    }

    [Fact]
    public async Task A_later_delivery_of_the_same_leaves_only_the_memory_that_it_came()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        await Append(database, Some.Complete(First, Some.Visit("1"), Some.Visit("2")));
        var before = database.Dump();

        var complete = await Append(database, Some.Complete(Second, Some.Visit("1"), Some.Visit("2")));
        var partial = await Append(database, Some.Delivery(Third, Some.Visit("2")));

        Assert.Equal((0, 0, 2, 0, 0, 0, 2L), Counts(complete));
        Assert.Equal((0, 0, 1, 0, 0, 0, 2L), Counts(partial));
        Assert.Equal(
            ["branch-1|activity|crm|2026-07-08|crm-2026-07-08", "branch-1|activity|crm|2|2026-07-15|crm-2026-07-15"],
            database.Dump().ReplaceLineEndings("\n").Split('\n').Except(before.ReplaceLineEndings("\n").Split('\n')).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_name_of_the_latest_delivery_counts_whenever_an_earlier_one_arrives()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        async Task Name(LocalDate on, string name) =>
            await Append(database, Some.Delivery(on, Some.Visit("1")) with { Names = [new(FactKind.Agent, "E1001", name)] });

        await Name(First, "李娜");
        await Name(Third, "李娜");
        await Name(Second, "王芳");

        Assert.Equal("李娜", (await database.People.NamesAsync(Some.Call, FactKind.Agent, CancellationToken.None))["E1001"]);
    }

    [Fact]
    public async Task The_same_revision_with_other_content_is_reported_and_not_stored()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        await Append(database, Some.Delivery(First, Some.Visit("1")));
        var before = database.Dump();
        var other = new IncomingFact(Some.Visit("1", outcome: "missed"), new("activities.csv", 7));

        var result = await Append(database, Some.Delivery(Second) with { Facts = [other] });

        Assert.Equal((0, 0, 0, 0, 0, 1, 1L), Counts(result));
        Assert.Equal([other], result.Conflicts);
        Assert.False(result.ChangedAnything);
        Assert.Equal(before, database.Dump());
    }

    [Fact]
    public async Task A_higher_revision_counts_and_a_lower_one_is_stale()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        await Append(database, Some.Delivery(First, Some.Visit("1", revision: 2)));

        var higher = await Append(database, Some.Delivery(Second, Some.Visit("1", revision: 5, outcome: "missed")));
        var lower = await Append(database, Some.Delivery(Third, Some.Visit("1", revision: 3)));

        Assert.Equal((0, 1, 0, 0, 0, 0, 2L), Counts(higher));
        Assert.Equal((0, 0, 0, 1, 0, 0, 2L), Counts(lower));
        Assert.Equal([Some.Visit("1", revision: 5, outcome: "missed")], await Read(database));
    }

    [Fact]
    public async Task A_fact_that_is_twice_in_a_delivery_is_received_twice()
    {
        using var database = await TemporaryDatabase.CreateAsync();

        var result = await Append(database, Some.Delivery(
            First,
            Some.Visit("same"), Some.Visit("same"),
            Some.Visit("other"), Some.Visit("other", outcome: "missed"),
            Some.Visit("later"), Some.Visit("later", revision: 2),
            Some.Visit("earlier", revision: 2), Some.Visit("earlier")));

        Assert.Equal((4, 1, 1, 1, 0, 1, 5L), Counts(result));
        Assert.Equal(
            [("earlier", 2, "success"), ("later", 2, "success"), ("other", 1, "success"), ("same", 1, "success")],
            (await Read(database)).Cast<ActivityFact>().Select(f => (f.Origin.Id, f.Origin.Revision, f.Outcome)));
    }

    [Fact]
    public async Task A_complete_export_removes_what_it_does_not_have_of_its_source_and_kinds()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        var training = new TrainingFact { Origin = new("crm", "T1"), Date = First, Agent = new("E1"), Course = "ethics", Topic = "ethics", Hours = 2m };
        await Append(database, Some.Delivery(First, Some.Visit("stays"), Some.Visit("goes"), Some.Visit("elsewhere", source: "app"), training));

        var result = await Append(database, Some.Complete(Second, Some.Visit("stays")));

        Assert.Equal((0, 0, 1, 0, 1, 0, 5L), Counts(result));
        Assert.Equal(["elsewhere", "stays", "T1"], (await Read(database)).Select(f => f.Origin.Id).Order(StringComparer.OrdinalIgnoreCase));
        Assert.Equal(4, (await Read(database, asKnownAt: 4)).Count);
    }

    [Fact]
    public async Task A_fact_in_conflict_or_stale_is_not_absent_from_a_complete_export()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        await Append(database, Some.Delivery(First, Some.Visit("1"), Some.Visit("2", revision: 3)));

        var result = await Append(database, Some.Complete(Second, Some.Visit("1", outcome: "missed"), Some.Visit("2", revision: 1)));

        Assert.Equal((0, 0, 0, 1, 0, 1, 2L), Counts(result));
    }

    [Theory]
    [InlineData(1)] // the export had left it out by mistake
    [InlineData(2)]
    public async Task A_removed_fact_comes_back_in_a_later_delivery(int revision)
    {
        using var database = await TemporaryDatabase.CreateAsync();
        await Append(database, Some.Complete(First, Some.Visit("1")));
        await Append(database, Some.Complete(Second));

        var result = await Append(database, Some.Complete(Third, Some.Visit("1", revision)));

        Assert.True(result.ChangedAnything);
        Assert.Equal([Some.Visit("1", revision)], await Read(database));
        Assert.Empty(await Read(database, asKnownAt: 2));
        Assert.Single(await Read(database, asKnownAt: 1));
    }

    [Fact]
    public async Task Sending_complete_exports_again_in_any_order_changes_nothing()
    {
        FactDelivery[] deliveries =
        [
            Some.Complete(First, Some.Visit("1"), Some.Visit("2"), Some.Visit("3")),
            Some.Complete(Second, Some.Visit("1", revision: 2), Some.Visit("3"), Some.Visit("4")),
            Some.Complete(Third, Some.Visit("2"), Some.Visit("3"), Some.Visit("4"), Some.Visit("5")),
        ];
        using var database = await TemporaryDatabase.CreateAsync();
        foreach (var delivery in deliveries)
        {
            await Append(database, delivery);
        }

        var before = database.Dump();

        foreach (var index in (int[])[0, 1, 2, 2, 0, 1, 1, 0])
        {
            Assert.False((await Append(database, deliveries[index])).ChangedAnything);
        }

        Assert.Equal(before, database.Dump());
        Assert.Equal(["2", "3", "4", "5"], (await Read(database)).Select(f => f.Origin.Id));
    }

    [Fact]
    public async Task The_same_delivery_may_hold_more_later()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        await Append(database, Some.Delivery(First, Some.Visit("1")));
        await Append(database, Some.Delivery(Second, Some.Visit("2")));

        var result = await Append(database, Some.Delivery(First, Some.Visit("1"), Some.Visit("3")));

        Assert.Equal((1, 0, 1, 0, 0, 0, 3L), Counts(result));
        Assert.Equal(
            [new("crm-2026-07-01", First, 1), new("crm-2026-07-08", Second, 2)], // what came later was not known on the first day
            await database.Facts.DeliveriesAsync(Some.Call, CancellationToken.None));
    }

    [Fact]
    public async Task A_delivery_that_brings_more_under_another_date_is_refused()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        await Append(database, Some.Delivery(First, Some.Visit("1")));
        var before = database.Dump();

        var refused = await Assert.ThrowsAsync<ConflictException>(
            () => Append(database, Some.Delivery(First, Some.Visit("2")) with { DeliveredOn = Second }));

        Assert.Equal("storage.delivery-date-differs", refused.Reason.Code);
        Assert.Equal(before, database.Dump());
    }

    [Fact]
    public async Task Reads_as_known_at_each_commit_sequence()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        await Append(database, Some.Delivery(First, Some.Visit("1"), Some.Visit("2")));
        await Append(database, Some.Complete(Second, Some.Visit("1", revision: 2, outcome: "missed")));

        string[] known = [.. Enumerable.Range(0, 5).Select(n => string.Join(' ', Book(n)))];

        Assert.Equal(["", "1@1", "1@1 2@1", "1@2 2@1", "1@2"], known);

        IEnumerable<string> Book(long n) => Read(database, n).Result.Select(f => $"{f.Origin.Id}@{f.Origin.Revision}");
    }

    [Fact]
    public async Task Reads_in_canonical_order_whatever_the_order_of_arrival()
    {
        var early = Some.Visit("9") with { Date = new(2026, 6, 30) };
        var second = Some.Visit("8") with { Origin = new("crm", "8", 1, Sequence: 2) };
        var first = Some.Visit("7") with { Origin = new("crm", "7", 1, Sequence: 1) };
        using var database = await TemporaryDatabase.CreateAsync();

        await Append(database, Some.Delivery(First, second, first, early));

        Assert.Equal([early, first, second], await Read(database));
    }

    [Fact]
    public async Task Trailing_zeros_are_no_other_content()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        await Append(database, Some.Delivery(First, Premium(100m)));

        var result = await Append(database, Some.Delivery(Second, Premium(100.00m)));

        Assert.Equal(1, result.Repeated);

        static PremiumFact Premium(decimal amount) => new()
        {
            Origin = new("core", "R1"), Date = First, Policy = new("P1"), Premium = PremiumKind.Collected, PolicyYear = 1, Amount = Money.Of(amount, "CNY"),
        };
    }

    [Fact]
    public async Task Content_that_an_earlier_version_wrote_in_another_way_is_still_the_same()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        await Append(database, Some.Delivery(First, Some.Visit("1")));
        database.Execute(
            """
            DROP TRIGGER facts_are_never_updated;
            UPDATE facts SET content = replace(content, '{"activity"', '{"removedLater":1, "activity"');
            """);
        Assert.Contains("removedLater", database.Dump(), StringComparison.Ordinal);

        var result = await Append(database, Some.Delivery(Second, Some.Visit("1")));

        Assert.Equal(1, result.Repeated);
        Assert.Equal([Some.Visit("1")], await Read(database));
    }

    [Theory]
    [InlineData("UPDATE facts SET revision = 9")]
    [InlineData("DELETE FROM facts")]
    public async Task Facts_are_append_only_for_everybody(string harm)
    {
        using var database = await TemporaryDatabase.CreateAsync();
        await Append(database, Some.Delivery(First, Some.Visit("1")));

        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => database.Execute(harm));
    }

    [Fact]
    public async Task Names_are_kept_apart_and_an_older_delivery_does_not_bring_an_old_name_back()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        var first = Some.Delivery(First, Some.Visit("1")) with { Names = [new(FactKind.Agent, "E1", "Li"), new(FactKind.Customer, "C1", "王芳")] };
        var second = Some.Delivery(Second, Some.Visit("2")) with { Names = [new(FactKind.Agent, "E1", "wrong"), new(FactKind.Agent, "E1", "Li Na")] };
        await Append(database, first);
        await Append(database, second);
        var before = database.Dump();

        await Append(database, first);
        await Append(database, second);

        Assert.Equal(before, database.Dump());
        Assert.Equal(new Dictionary<string, string> { ["E1"] = "Li Na" }, await database.People.NamesAsync(Some.Call, FactKind.Agent, CancellationToken.None));
        Assert.Equal(new Dictionary<string, string> { ["C1"] = "王芳" }, await database.People.NamesAsync(Some.Call, FactKind.Customer, CancellationToken.None));
    }

    private static Task<IntakeResult> Append(TemporaryDatabase database, FactDelivery delivery) =>
        database.Facts.AppendAsync(Some.Call, delivery, CancellationToken.None);

    private static async Task<IReadOnlyList<Fact>> Read(TemporaryDatabase database, long? asKnownAt = null) =>
        (await database.Facts.ReadAsync(Some.Call, asKnownAt, CancellationToken.None)).All;

    private static (int Added, int Revised, int Repeated, int Stale, int Removed, int Conflicts, long Sequence) Counts(IntakeResult result) =>
        (result.Added, result.Revised, result.Repeated, result.Stale, result.Removed, result.Conflicts.Count, result.Sequence);
}
