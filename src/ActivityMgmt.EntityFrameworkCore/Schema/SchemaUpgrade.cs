using Microsoft.Data.Sqlite;

namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>Brings a database to the newest schema, all steps in the caller's transaction: interrupted, it is as it was before.</summary>
internal static class SchemaUpgrade
{
    private static readonly string[] Tables =
    [
        "deliveries", "facts", "people", "documents", "aggregates",
        "goal_records", "plan_records", "checkpoint_records", "evaluation_records", "audit_records", "events", "event_deliveries",
    ];

    /// <returns>The version that was found; 0 for a new database.</returns>
    public static int Apply(SqliteTransaction transaction, IReadOnlyList<SchemaScript> scripts)
    {
        var newest = scripts[^1].Version;
        var found = VersionOf(transaction);
        if (found > newest)
        {
            throw new StorageException(Reason.Of("storage.newer-version", ("path", transaction.Connection!.DataSource), ("found", found), ("known", newest)));
        }

        if (found == 0)
        {
            RefuseForeignTables(transaction);
            Run(transaction, "CREATE TABLE schema_version (version INTEGER NOT NULL PRIMARY KEY) STRICT");
        }

        foreach (var script in scripts.Where(s => s.Version > found))
        {
            Run(transaction, script.Sql);
            Run(transaction, "INSERT INTO schema_version (version) VALUES ($version)", ("$version", script.Version));
        }

        return found;
    }

    private static int VersionOf(SqliteTransaction transaction)
    {
        if (!Exists(transaction, "schema_version"))
        {
            return 0;
        }

        using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT COALESCE(MAX(version), 0) FROM schema_version";
        return (int)(long)command.ExecuteScalar()!;
    }

    private static void RefuseForeignTables(SqliteTransaction transaction)
    {
        if (Tables.FirstOrDefault(table => Exists(transaction, table)) is { } foreign)
        {
            throw new StorageException(Reason.Of("storage.foreign-tables", ("path", transaction.Connection!.DataSource), ("table", foreign)));
        }
    }

    private static bool Exists(SqliteTransaction transaction, string table)
    {
        using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = $name)";
        command.Parameters.AddWithValue("$name", table);
        return (long)command.ExecuteScalar()! == 1;
    }

    private static void Run(SqliteTransaction transaction, string sql, params (string Name, object Value)[] parameters)
    {
        using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
#pragma warning disable CA2100 // The scripts are this package's own resources; values go through parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        command.ExecuteNonQuery();
    }
}
