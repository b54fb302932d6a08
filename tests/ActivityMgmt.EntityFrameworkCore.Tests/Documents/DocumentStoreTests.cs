namespace ActivityMgmt.EntityFrameworkCore.Tests;

public class DocumentStoreTests
{
    private static readonly LocalDate July = new(2026, 7, 1);
    private static readonly LocalDate September30 = new(2026, 9, 30);
    private static readonly LocalDate October = new(2026, 10, 1);

    [Theory]
    [InlineData("2026-06-30", null)]
    [InlineData("2026-07-01", 1)] // first day counts
    [InlineData("2026-09-30", 1)] // last day counts
    [InlineData("2026-10-01", 2)]
    [InlineData("2099-01-01", 2)] // no end known
    public async Task Finds_the_version_that_applies_on_a_day(string day, int? version)
    {
        using var database = await TemporaryDatabase.CreateAsync();
        await Publish(database, Some.Plan(1, July, September30, "{\"奖金\":1}"));
        await Publish(database, Some.Plan(2, October, null));

        Assert.Equal(version, (await Find(database, day))?.Version);
    }

    [Fact]
    public async Task Gives_back_the_text_as_it_was_published()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        var plan = Some.Plan(1, July, null, "{ \"rate\": 0.10,\r\n \"名\": \"季度奖\" }");

        await Publish(database, plan);

        Assert.Equal(plan, await Find(database, "2026-08-01"));
    }

    [Fact]
    public async Task Keeps_the_name_for_messages()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        var plan = Some.Plan(1, July, null) with { FileName = "plans/agency.json" };

        await Publish(database, plan);

        Assert.Equal(plan, await Find(database, "2026-08-01"));
    }

    [Fact]
    public async Task Publishing_the_same_again_changes_nothing()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        await Publish(database, Some.Plan(1, July, null));
        var before = database.Dump();

        await Publish(database, Some.Plan(1, July, null));

        Assert.Equal(before, database.Dump());
    }

    [Fact]
    public async Task A_published_version_never_changes()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        await Publish(database, Some.Plan(1, July, null));

        Assert.Equal("storage.document-differs", await Conflict(database, Some.Plan(1, July, null, "{\"a\":1}")));
        Assert.Equal("storage.document-differs", await Conflict(database, Some.Plan(1, July, September30)));
        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => database.Execute("UPDATE documents SET text = 'x'"));
    }

    [Theory]
    [InlineData("2026-07-01", "2026-09-30", "2026-09-30", null, true)] // the day both apply on
    [InlineData("2026-07-01", "2026-09-30", "2026-10-01", null, false)]
    [InlineData("2026-07-01", null, "2026-10-01", null, false)] // an open end yields to the next version
    [InlineData("2026-07-01", null, "2026-07-01", null, true)]
    [InlineData("2026-07-01", null, "2026-01-01", null, true)] // the higher version would swallow the lower one
    [InlineData("2026-07-01", null, "2026-01-01", "2026-06-30", false)]
    public async Task Two_versions_do_not_apply_on_one_day(string firstFrom, string? firstTo, string secondFrom, string? secondTo, bool clash)
    {
        using var database = await TemporaryDatabase.CreateAsync();
        await Publish(database, Some.Plan(1, Day(firstFrom), firstTo is null ? null : Day(firstTo)));
        var second = Some.Plan(2, Day(secondFrom), secondTo is null ? null : Day(secondTo));

        Assert.Equal(clash ? "storage.document-overlaps" : null, await Conflict(database, second));
    }

    [Fact]
    public async Task Of_several_ids_the_first_counts()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        await Publish(database, Some.Plan(1, July, null, id: "b"));
        await Publish(database, Some.Plan(1, July, null, id: "a"));

        Assert.Equal("a", (await Find(database, "2026-08-01"))?.Id);
    }

    [Fact]
    public async Task A_text_that_was_altered_behind_the_back_is_found_out()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        await Publish(database, Some.Plan(1, July, null));
        database.Execute("DROP TRIGGER documents_are_never_updated; UPDATE documents SET text = '{\"rate\":9}'");

        var refused = await Assert.ThrowsAsync<StorageException>(() => Find(database, "2026-08-01"));

        Assert.Equal("storage.document-altered", refused.Reason.Code);
    }

    private static LocalDate Day(string iso) => NodaTime.Text.LocalDatePattern.Iso.Parse(iso).Value;

    private static Task Publish(TemporaryDatabase database, PublishedDocument document) =>
        database.Documents.PublishAsync(Some.Call, document, CancellationToken.None);

    private static Task<PublishedDocument?> Find(TemporaryDatabase database, string day) =>
        database.Documents.FindAsync(Some.Call, DocumentKinds.PayPlan, Day(day), CancellationToken.None);

    private static async Task<string?> Conflict(TemporaryDatabase database, PublishedDocument document)
    {
        try
        {
            await Publish(database, document);
            return null;
        }
        catch (ConflictException conflict)
        {
            return conflict.Reason.Code;
        }
    }
}
