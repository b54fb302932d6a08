using System.Data;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using NodaTime.Text;

namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>Runs work on the database: one short-lived context each, writes in one transaction, failures under their own names.</summary>
/// <remarks>Safe for concurrent use. SQLite works in the caller's thread; the tasks are there for the ports and for other databases.</remarks>
internal sealed class ActivityStorage(IDbContextFactory<ActivityContext> contexts)
{
    public async Task<T> ReadAsync<T>(Func<ActivityContext, Task<T>> work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var context = contexts.CreateDbContext();
        try
        {
            return await work(context).ConfigureAwait(false);
        }
        catch (Exception e) when (Translated(e, context) is { } translated)
        {
            throw translated;
        }
    }

    /// <summary>Takes the write lock before reading anything, so that what the work read is still true when it writes.</summary>
    public async Task<T> WriteAsync<T>(Func<ActivityContext, SqliteTransaction, Task<T>> work, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using var context = contexts.CreateDbContext();
        try
        {
            await context.Database.OpenConnectionAsync(cancellation).ConfigureAwait(false);
            using var transaction = Begin((SqliteConnection)context.Database.GetDbConnection(), cancellation);
            context.Database.UseTransaction(transaction);
            var result = await work(context, transaction).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            transaction.Commit();
            return result;
        }
        catch (Exception e) when (Translated(e, context) is { } translated)
        {
            throw translated;
        }
    }

    // Waits in short steps, so that a cancelled caller doesn't wait for another writer to end.
    private static SqliteTransaction Begin(SqliteConnection connection, CancellationToken cancellation)
    {
        var patience = connection.DefaultTimeout;
        var waited = Stopwatch.StartNew();
        connection.DefaultTimeout = 1;
        try
        {
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                try
                {
                    return connection.BeginTransaction(IsolationLevel.Serializable, deferred: false);
                }
                catch (SqliteException e) when (SqliteFaults.IsBusy(e) && (patience == 0 || waited.Elapsed.TotalSeconds < patience))
                {
                }
            }
        }
        finally
        {
            connection.DefaultTimeout = patience;
        }
    }

    private static Exception? Translated(Exception exception, ActivityContext context)
    {
        var path = context.Database.GetDbConnection().DataSource;
        return exception switch
        {
            SqliteException e => SqliteFaults.Translate(e, path),
            DbUpdateException { InnerException: SqliteException e } => SqliteFaults.Translate(e, path),
            JsonException or UnparsableValueException => new StorageException(Reason.Of("storage.unreadable-content", ("path", path), ("message", exception.Message)), exception),
            _ => null,
        };
    }
}
