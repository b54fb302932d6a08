using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ActivityMgmt.EntityFrameworkCore.Tests;

public class ActivityDatabaseTests
{
    private static readonly LocalDate First = new(2026, 7, 1);
    private static readonly int Next = SchemaScript.All.Count + 1;

    [Fact]
    public async Task Creating_again_changes_nothing()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        await database.Facts.AppendAsync(Some.Call, Some.Delivery(First, Some.Visit("1")), CancellationToken.None);
        var before = database.Dump();

        await database.Database.CreateOrUpgradeAsync(CancellationToken.None);

        Assert.Equal(before, database.Dump());
    }

    [Fact]
    public async Task Two_hosts_that_start_at_once_create_it_once()
    {
        using var database = TemporaryDatabase.Absent();
        using var other = database.Again();

        await Task.WhenAll(
            Task.Run(() => database.Database.CreateOrUpgradeAsync(CancellationToken.None)),
            Task.Run(() => other.Database.CreateOrUpgradeAsync(CancellationToken.None)));

        Assert.Equal((long)SchemaScript.All.Count, Scalar(database, "SELECT COUNT(*) FROM schema_version"));
    }

    [Fact]
    public async Task A_later_script_upgrades_what_is_there()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        await database.Facts.AppendAsync(Some.Call, Some.Delivery(First, Some.Visit("1")), CancellationToken.None);

        await database.Database.UpgradeAsync([.. SchemaScript.All, new(Next, "CREATE TABLE later (id INTEGER)"), new(Next + 1, "ALTER TABLE later ADD COLUMN text TEXT")], CancellationToken.None);

        Assert.Equal(Next + 1L, Scalar(database, "SELECT MAX(version) FROM schema_version"));
        Assert.Equal(0L, Scalar(database, "SELECT COUNT(text) FROM later"));
        Assert.Equal(1L, Scalar(database, "SELECT COUNT(*) FROM facts"));
    }

    [Fact]
    public async Task An_upgrade_that_breaks_leaves_the_database_as_it_was()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        var before = database.Dump();

        await Assert.ThrowsAsync<StorageException>(
            () => database.Database.UpgradeAsync([.. SchemaScript.All, new(Next, "CREATE TABLE later (id INTEGER); INSERT INTO nowhere VALUES (1)")], CancellationToken.None));

        Assert.Equal(before, database.Dump());
    }

    [Fact]
    public void Scripts_are_numbered_without_gaps() =>
        Assert.Equal(Enumerable.Range(1, SchemaScript.All.Count), SchemaScript.All.Select(s => s.Version));

    [Fact]
    public async Task The_model_and_the_scripts_describe_the_same_tables()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        using var context = new ActivityContext(new DbContextOptionsBuilder<ActivityContext>().UseSqlite("Data Source=unused").Options);
        using var connection = database.Connect();

        foreach (var entity in context.Model.GetEntityTypes())
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT name, type, \"notnull\", pk FROM pragma_table_info($table) ORDER BY name";
            command.Parameters.AddWithValue("$table", entity.GetTableName());
            using var reader = command.ExecuteReader();
            var columns = new List<(string, string, bool, int)>();
            while (reader.Read())
            {
                columns.Add((reader.GetString(0), reader.GetString(1), reader.GetBoolean(2), reader.GetInt32(3)));
            }

            var key = entity.FindPrimaryKey()!.Properties;
            Assert.Equal(
                entity.GetProperties()
                    .Select(p => (p.GetColumnName(), p.GetColumnType(), !p.IsNullable, key.ToList().IndexOf(p) + 1))
                    .OrderBy(p => p.Item1, StringComparer.Ordinal),
                columns);
        }
    }

    [Fact]
    public async Task Every_commit_is_durable_and_readers_need_not_wait()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        using var context = new ActivityContext(new DbContextOptionsBuilder<ActivityContext>()
            .UseSqlite($"Data Source={database.File};Pooling=False").AddInterceptors(new SqliteSession()).Options);
        context.Database.OpenConnection();

        Assert.Equal("wal", Pragma("journal_mode"));
        Assert.Equal(2L, Pragma("synchronous"));
        Assert.Equal(1L, Pragma("foreign_keys"));
        Assert.Equal(1000L, Pragma("busy_timeout"));

        object? Pragma(string name)
        {
            using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = "PRAGMA " + name;
            return command.ExecuteScalar();
        }
    }

    [Fact]
    public async Task Without_tables_every_port_says_what_to_call()
    {
        using var database = TemporaryDatabase.Absent();

        await Fails("storage.not-created", () => database.Facts.ReadAsync(Some.Call, null, CancellationToken.None));
        await Fails("storage.not-created", () => database.Facts.AppendAsync(Some.Call, Some.Delivery(First, Some.Visit("1")), CancellationToken.None));
        await Fails("storage.not-created", () => database.Facts.DeliveriesAsync(Some.Call, CancellationToken.None));
        await Fails("storage.not-created", () => database.People.NamesAsync(Some.Call, FactKind.Agent, CancellationToken.None));
        await Fails("storage.not-created", () => database.Documents.FindAsync(Some.Call, DocumentKinds.PayPlan, First, CancellationToken.None));
        await Fails("storage.not-created", () => database.Documents.PublishAsync(Some.Call, Some.Plan(1, First, null), CancellationToken.None));
        await Fails("storage.not-created", () => database.Repository<Pledge>().ListAsync(Some.Call, "2026Q3", CancellationToken.None));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_left_alone()
    {
        using var database = TemporaryDatabase.Absent();
        var text = string.Concat(Enumerable.Repeat("id,name\n1,not a database\n", 100));
        await File.WriteAllTextAsync(database.File, text);

        await Fails("storage.not-a-database", () => database.Database.CreateOrUpgradeAsync(CancellationToken.None));
        await Fails("storage.not-a-database", () => database.Facts.ReadAsync(Some.Call, null, CancellationToken.None));

        Assert.Equal(text, await File.ReadAllTextAsync(database.File));
    }

    [Fact]
    public async Task A_damaged_file_is_named_as_such()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        await database.Facts.AppendAsync(
            Some.Call, Some.Delivery(First, [.. Enumerable.Range(0, 2000).Select(n => Some.Visit($"{n}"))]), CancellationToken.None);
        database.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        using (var damaged = new FileStream(database.File, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            damaged.Position = 16 * 4096;
            damaged.Write(Encoding.ASCII.GetBytes(new string('?', 64 * 4096)));
        }

        using var again = database.Again("Pooling=False");
        await Fails("storage.damaged", () => again.Facts.ReadAsync(Some.Call, null, CancellationToken.None));
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named_as_such()
    {
        using var database = TemporaryDatabase.At(Path.Combine(Path.GetTempPath(), "activity-nowhere", "activity.db"));

        await Fails("storage.cannot-open", () => database.Database.CreateOrUpgradeAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_folder_instead_of_a_file_is_named_as_such()
    {
        using var database = TemporaryDatabase.At(Path.GetTempPath());

        await Fails("storage.cannot-open", () => database.Database.CreateOrUpgradeAsync(CancellationToken.None));
    }

    [Fact]
    public async Task What_must_not_be_written_is_named_as_such()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        using var reader = database.Again("Mode=ReadOnly");

        await Fails("storage.read-only", () => reader.Facts.AppendAsync(Some.Call, Some.Delivery(First, Some.Visit("1")), CancellationToken.None));
        Assert.Empty((await reader.Facts.ReadAsync(Some.Call, null, CancellationToken.None)).All);
    }

    [Fact]
    public async Task A_folder_without_the_right_to_write_is_named_as_such()
    {
        using var database = TemporaryDatabase.Absent();
        var folder = Path.GetDirectoryName(database.File)!;
        if (OperatingSystem.IsWindows() || MayWriteAnywhere(folder))
        {
            return; // an administrator may write whatever the folder says
        }

        await Fails("storage.cannot-open", () => database.Database.CreateOrUpgradeAsync(CancellationToken.None));
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task A_database_of_a_later_version_is_refused()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        database.Execute("INSERT INTO schema_version VALUES (99)");

        var refused = await Fails("storage.newer-version", () => database.Database.CreateOrUpgradeAsync(CancellationToken.None));

        Assert.Equal("99", refused["found"].Text);
    }

    [Fact]
    public async Task Somebody_elses_tables_are_left_alone()
    {
        using var database = TemporaryDatabase.Absent();
        database.Execute("CREATE TABLE people (id INTEGER, salary INTEGER); INSERT INTO people VALUES (1, 2)");
        var before = database.Dump();

        var refused = await Fails("storage.foreign-tables", () => database.Database.CreateOrUpgradeAsync(CancellationToken.None));

        Assert.Equal("people", refused["table"].Text);
        Assert.Equal(before, database.Dump());
    }

    [Fact]
    public async Task Tables_of_the_host_may_stand_beside_it()
    {
        using var database = TemporaryDatabase.Absent();
        database.Execute("CREATE TABLE customers (id INTEGER)");

        await database.Database.CreateOrUpgradeAsync(CancellationToken.None);

        Assert.Empty((await database.Facts.ReadAsync(Some.Call, null, CancellationToken.None)).All);
    }

    [Fact]
    public async Task A_content_that_is_no_json_is_named_as_such()
    {
        using var database = await TemporaryDatabase.CreateAsync();
        await database.Repository<Pledge>().SaveAsync(Some.Call, [new(new("P1", "2026Q3", Money.Of(1m, "CNY")), 0)], CancellationToken.None);
        database.Execute("UPDATE aggregates SET content = '{\"amount\":'");

        await Fails("storage.unreadable-content", () => database.Repository<Pledge>().FindAsync(Some.Call, "P1", CancellationToken.None));
    }

    private static async Task<Reason> Fails(string code, Func<Task> work)
    {
        var failed = await Assert.ThrowsAsync<StorageException>(work);
        Assert.Equal(code, failed.Reason.Code);
        using var texts = TemporaryDatabase.Absent();
        Assert.DoesNotContain('{', texts.Texts.Explain(failed.Reason, CultureInfo.GetCultureInfo("en")));
        Assert.NotEqual(failed.Reason.ToString(), texts.Texts.Explain(failed.Reason, CultureInfo.GetCultureInfo("zh-CN")));
        return failed.Reason;
    }

    private static object? Scalar(TemporaryDatabase database, string sql)
    {
        using var connection = database.Connect();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    private static bool MayWriteAnywhere(string folder)
    {
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            File.WriteAllText(Path.Combine(folder, "probe"), "");
            return true;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }
}
