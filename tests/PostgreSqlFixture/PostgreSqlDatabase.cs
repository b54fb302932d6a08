using Npgsql;

namespace PostgreSqlFixture;

/// <summary>An empty database for one test class (<c>IClassFixture&lt;PostgreSqlDatabase&gt;</c>); its tests are <see cref="PostgreSqlFactAttribute"/>s.</summary>
public sealed class PostgreSqlDatabase : IAsyncLifetime
{
    private string? _connectionString;

    /// <summary>How to connect.</summary>
    /// <exception cref="InvalidOperationException">The machine has no PostgreSQL.</exception>
    public string ConnectionString => _connectionString ?? throw new InvalidOperationException(PostgreSqlBinaries.Missing ?? "The fixture was not initialised.");

    /// <summary>An open connection.</summary>
    public async Task<NpgsqlConnection> ConnectAsync()
    {
        var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    public async Task InitializeAsync()
    {
        // xunit makes the fixture of skipped tests, too. Where PostgreSQL is required, each test fails with the reason.
        if (PostgreSqlBinaries.Missing is null)
        {
            _connectionString = await (await PostgreSqlServer.RunningAsync()).CreateDatabaseAsync();
        }
    }

    public async Task DisposeAsync()
    {
        if (_connectionString is not null)
        {
            await (await PostgreSqlServer.RunningAsync()).DropDatabaseAsync(_connectionString);
        }
    }
}
