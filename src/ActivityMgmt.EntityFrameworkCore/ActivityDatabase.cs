namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>The database as a whole. A host asks the container for it and prepares the schema at its start.</summary>
/// <remarks>Safe for concurrent use, also by several processes on one file: one prepares, the others wait.</remarks>
public sealed class ActivityDatabase
{
    private readonly ActivityStorage _storage;

    internal ActivityDatabase(ActivityStorage storage) => _storage = storage;

    /// <summary>Creates the file and its tables, or brings those of an earlier version up to date. Changes nothing when they are.</summary>
    /// <remarks>One transaction: stopped in the middle, the database is as it was before.</remarks>
    /// <exception cref="StorageException">The file can't be opened or written, isn't a database, is damaged, or was written by a later version.</exception>
    /// <exception cref="ConflictException">Another process holds the database for longer than the connection string's <c>Default Timeout</c>.</exception>
    public Task CreateOrUpgradeAsync(CancellationToken cancellation) => UpgradeAsync(SchemaScript.All, cancellation);

    internal Task UpgradeAsync(IReadOnlyList<SchemaScript> scripts, CancellationToken cancellation) =>
        _storage.WriteAsync(
            async (context, transaction) =>
            {
                if (SchemaUpgrade.Apply(transaction, scripts) is > 0 and < RecordTable.Version && scripts[^1].Version >= RecordTable.Version)
                {
                    await RecordTable.FillAsync(context, cancellation).ConfigureAwait(false);
                }

                return true;
            },
            cancellation);
}
