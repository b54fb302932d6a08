using System.Globalization;

namespace PostgreSqlFixture;

/// <summary>Where the machine has PostgreSQL's server: <c>ACTIVITYMGMT_POSTGRESQL_BIN</c>, else Debian's newest, else the search path.</summary>
internal static class PostgreSqlBinaries
{
    private const string FolderVariable = "ACTIVITYMGMT_POSTGRESQL_BIN";
    private const string RequiredVariable = "ACTIVITYMGMT_REQUIRE_POSTGRESQL";

    /// <summary>The folder with <c>initdb</c> and <c>postgres</c>; <see langword="null"/> when the machine has none.</summary>
    public static string? Folder { get; } = Find(Environment.GetEnvironmentVariable(FolderVariable), "/usr/lib/postgresql", Environment.GetEnvironmentVariable("PATH"));

    /// <summary>Whether a missing PostgreSQL is a failure, as it is in <c>.ci/run</c>.</summary>
    public static bool IsRequired { get; } = Environment.GetEnvironmentVariable(RequiredVariable) is "1" or "true";

    /// <summary>Why tests that need PostgreSQL can't run; <see langword="null"/> when they can.</summary>
    public static string? Missing { get; } =
        OperatingSystem.IsWindows() ? "The fixture starts PostgreSQL with a Unix shell; use WSL."
        : Folder is null ? $"PostgreSQL's server was not found: install the package postgresql, or set {FolderVariable} to the folder of initdb and postgres."
        : null;

    internal static string? Find(string? given, string debian, string? path)
    {
        if (given is { Length: > 0 })
        {
            return Holds(given) ? given : null;
        }

        var versions = Directory.Exists(debian)
            ? Directory.GetDirectories(debian).OrderByDescending(d => decimal.TryParse(Path.GetFileName(d), NumberStyles.Number, CultureInfo.InvariantCulture, out var v) ? v : 0m)
            : Enumerable.Empty<string>();
        return versions.Select(v => Path.Combine(v, "bin"))
            .Concat((path ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            .FirstOrDefault(Holds);
    }

    private static bool Holds(string folder) => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "postgres"));
}
