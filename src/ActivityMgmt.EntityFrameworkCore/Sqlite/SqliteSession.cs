using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>Sets what SQLite keeps per connection, whenever one is opened.</summary>
/// <remarks>
/// A write-ahead log lets readers go on while somebody writes; <c>synchronous = FULL</c> makes a commit survive a power cut;
/// the busy timeout (milliseconds) lets SQLite wait for a lock before <see cref="ActivityStorage"/> looks whether the caller still wants to.
/// </remarks>
internal sealed class SqliteSession : DbConnectionInterceptor
{
    private const string Settings = "PRAGMA busy_timeout = 1000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Apply(connection);
        return Task.CompletedTask;
    }

    private static void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }
}
