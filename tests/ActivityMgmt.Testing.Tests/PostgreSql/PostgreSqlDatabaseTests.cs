using Npgsql;
using PostgreSqlFixture;

namespace ActivityMgmt.Testing.Tests;

/// <summary>The PostgreSQL of the test run keeps what the packages store: Chinese text, exact decimals, dates.</summary>
public class PostgreSqlDatabaseTests(PostgreSqlDatabase database) : IClassFixture<PostgreSqlDatabase>
{
    [PostgreSqlFact]
    public async Task Text_decimals_and_dates_come_back()
    {
        await using var source = Source();
        await using (var create = source.CreateCommand("CREATE TABLE written (id text PRIMARY KEY, amount numeric NOT NULL, day date NOT NULL, at timestamptz NOT NULL)"))
        {
            await create.ExecuteNonQueryAsync();
        }

        var (text, amount, day, at) = ("业务员 '李娜' 😀", 0.0000000000000000000000000001m, new LocalDate(2026, 9, 30), Instant.FromUtc(2026, 9, 30, 15, 59));
        await using (var insert = source.CreateCommand("INSERT INTO written VALUES ($1, $2, $3, $4)"))
        {
            foreach (var value in (object[])[text, amount, day, at])
            {
                insert.Parameters.Add(new() { Value = value });
            }

            await insert.ExecuteNonQueryAsync();
        }

        await using var select = source.CreateCommand("SELECT id, amount, day, at FROM written");
        await using var reader = await select.ExecuteReaderAsync();
        Assert.True(await reader.ReadAsync());
        Assert.Equal(
            (text, amount, day, at),
            (reader.GetString(0), reader.GetDecimal(1), await reader.GetFieldValueAsync<LocalDate>(2), await reader.GetFieldValueAsync<Instant>(3)));
    }

    [PostgreSqlFact]
    public async Task Text_is_sorted_by_code_point_in_UTF_8()
    {
        await using var connection = await database.ConnectAsync();

        Assert.Equal("UTF8", await Ask(connection, "SHOW server_encoding"));
        Assert.Equal("B,a,b,甲", await Ask(connection, "SELECT string_agg(t, ',' ORDER BY t) FROM (VALUES ('甲'), ('b'), ('B'), ('a')) AS v (t)"));
    }

    [PostgreSqlFact]
    public async Task It_listens_on_the_loopback_only_and_asks_for_the_password()
    {
        await using var connection = await database.ConnectAsync();
        var stranger = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Password = "wrong", Pooling = false };

        Assert.Equal("127.0.0.1", await Ask(connection, "SHOW listen_addresses"));
        await using var refused = new NpgsqlConnection(stranger.ConnectionString);
        Assert.Equal("28P01", (await Assert.ThrowsAsync<PostgresException>(() => refused.OpenAsync())).SqlState);
    }

    [PostgreSqlTheory]
    [InlineData("SELECT 0.1::numeric + 0.2::numeric", "0.3")]
    [InlineData("SELECT DATE '2026-09-30' + 1", "2026-10-01")]
    public async Task It_reckons(string sql, string expected)
    {
        await using var connection = await database.ConnectAsync();

        Assert.Equal(expected, await Ask(connection, $"SELECT ({sql})::text"));
    }

    private static async Task<string?> Ask(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (string?)await command.ExecuteScalarAsync();
    }

    private NpgsqlDataSource Source()
    {
        var builder = new NpgsqlDataSourceBuilder(database.ConnectionString);
        builder.UseNodaTime();
        return builder.Build();
    }
}

/// <summary>Each class has a database of its own.</summary>
public class PostgreSqlDatabaseIsolationTests(PostgreSqlDatabase one, OtherDatabase other) : IClassFixture<PostgreSqlDatabase>, IClassFixture<OtherDatabase>
{
    [PostgreSqlFact]
    public async Task Two_classes_do_not_see_each_others_tables()
    {
        await Execute(one.ConnectionString, "CREATE TABLE mine (id int)");

        await Execute(other.Database.ConnectionString, "CREATE TABLE mine (id int)");

        Assert.NotEqual(one.ConnectionString, other.Database.ConnectionString);
    }

    private static async Task Execute(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>What another class would have.</summary>
public sealed class OtherDatabase : IAsyncLifetime
{
    public PostgreSqlDatabase Database { get; } = new();

    public Task InitializeAsync() => Database.InitializeAsync();

    public Task DisposeAsync() => Database.DisposeAsync();
}
