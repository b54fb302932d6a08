using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace BranchQuarter.Tests;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Directory.CreateDirectory(Path);

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "branch-quarter-" + System.IO.Path.GetRandomFileName());

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}

/// <summary>What a run said and left.</summary>
internal sealed record Run(int ExitCode, string Console, string Folder)
{
    public string Database => Path.Combine(Folder, "branch-quarter.db");

    /// <summary>The output files by relative path, as bytes in hexadecimal so that a difference is a difference; the database is left out.</summary>
    public IReadOnlyDictionary<string, string> Files => Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
        .Where(f => !Path.GetFileName(f).StartsWith("branch-quarter.db", StringComparison.Ordinal))
        .ToDictionary(f => Path.GetRelativePath(Folder, f).Replace('\\', '/'), f => Convert.ToHexString(File.ReadAllBytes(f)));

    public string Text(string file) => File.ReadAllText(Path.Combine(Folder, file));

    /// <summary>The rows of an output CSV file by column name.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Csv(string file) => Runs.ReadCsv(Path.Combine(Folder, file));
}

/// <summary>Runs the sample's main job, in process.</summary>
internal static class Runs
{
    public static string Data { get; } = Path.Combine(RunOptions.SampleFolder, "data");

    public static Task<Run> OfAsync(string data, string folder, string culture = "en") =>
        OfAsync(data, folder, culture, new StringWriter(CultureInfo.InvariantCulture), default);

    public static async Task<Run> OfAsync(string data, string folder, string culture, StringWriter console, CancellationToken cancellation)
    {
        var options = new RunOptions
        {
            Data = data,
            Out = folder,
            Database = Path.Combine(folder, "branch-quarter.db"),
            Culture = CultureInfo.GetCultureInfo(culture),
        };
        var exit = await BranchRun.RunAsync(options, console, isTerminal: false, cancellation);
        SqliteConnection.ClearAllPools();
        return new(exit, console.ToString(), folder);
    }

    /// <summary>A copy of the sample's data that a test may spoil.</summary>
    public static string CopyOfData(TemporaryFolder folder)
    {
        Copy(Data, folder["data"]);
        return folder["data"];
    }

    public static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    /// <summary>Every row of every table, SQLite's own counters included, in order.</summary>
    public static string Dump(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        var dump = new StringBuilder();
        foreach (var table in Query(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").ToArray())
        {
            foreach (var row in Query(connection, $"SELECT * FROM {table}").Order(StringComparer.Ordinal))
            {
                dump.Append(table).Append('|').Append(row).Append('\n');
            }
        }

        return dump.ToString();
    }

    /// <summary>What SQLite finds wrong with a file; "ok" when nothing is.</summary>
    public static string Integrity(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        return string.Join('\n', Query(connection, "PRAGMA integrity_check"));
    }

    private static IEnumerable<string> Query(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Literals of these tests, and names that SQLite gave.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var row = new object[reader.FieldCount];
        while (reader.Read())
        {
            reader.GetValues(row);
            yield return string.Join('|', row);
        }
    }

    public static IReadOnlyList<IReadOnlyDictionary<string, string>> ReadCsv(string path)
    {
        using var reader = new CsvHelper.CsvReader(new StreamReader(path, Encoding.UTF8), CultureInfo.InvariantCulture);
        reader.Read();
        reader.ReadHeader();
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (reader.Read())
        {
            rows.Add(reader.HeaderRecord!.ToDictionary(h => h, h => reader.GetField(h) ?? ""));
        }

        return rows;
    }
}
