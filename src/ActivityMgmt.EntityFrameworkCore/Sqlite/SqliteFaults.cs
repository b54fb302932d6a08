using Microsoft.Data.Sqlite;

namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>Gives SQLite's result codes (sqlite.org/rescode.html) a name and a remedy.</summary>
internal static class SqliteFaults
{
    private const int Error = 1, Busy = 5, Locked = 6, ReadOnly = 8, InputOutput = 10, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    public static bool IsBusy(SqliteException exception) => exception.SqliteErrorCode is Busy or Locked;

    public static Exception Translate(SqliteException exception, string path) => exception.SqliteErrorCode switch
    {
        Busy or Locked => new ConflictException(Reason.Of("storage.busy", ("path", path))),
        ReadOnly => Failed("storage.read-only", path, exception),
        InputOutput => Failed("storage.input-output", path, exception),
        Corrupt => Failed("storage.damaged", path, exception),
        Full => Failed("storage.disk-full", path, exception),
        CannotOpen => Failed("storage.cannot-open", path, exception),
        NotADatabase => Failed("storage.not-a-database", path, exception),
        Error when exception.Message.Contains("no such table", StringComparison.Ordinal) => Failed("storage.not-created", path, exception),
        _ => new StorageException(
            Reason.Of("storage.failed", ("path", path), ("code", exception.SqliteExtendedErrorCode), ("message", exception.Message)),
            exception),
    };

    private static StorageException Failed(string code, string path, SqliteException exception) => new(Reason.Of(code, ("path", path)), exception);
}
