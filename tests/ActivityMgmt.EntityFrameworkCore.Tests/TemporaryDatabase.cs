using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ActivityMgmt.EntityFrameworkCore.Tests;

/// <summary>A database of one test: a file in a folder of its own, deleted afterwards.</summary>
internal sealed class TemporaryDatabase : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly string _connectionString;
    private readonly DirectoryInfo? _folder;

    private TemporaryDatabase(string file, DirectoryInfo? folder, string settings)
    {
        File = file;
        _folder = folder;
        _connectionString = $"Data Source={file};{settings}";
        _services = new ServiceCollection()
            .AddActivityManagement(activity => activity.UseSqlite(_connectionString))
            .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public string File { get; }

    public ActivityDatabase Database => _services.GetRequiredService<ActivityDatabase>();

    public IFactStore Facts => _services.GetRequiredService<IFactStore>();

    public IPeopleDirectory People => _services.GetRequiredService<IPeopleDirectory>();

    public IDocumentStore Documents => _services.GetRequiredService<IDocumentStore>();

    public IQueries<T> Queries<T>()
        where T : class, IQueryRecord => _services.GetRequiredService<IQueries<T>>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ITexts Texts => _services.GetRequiredService<ITexts>();

    public IRepository<T> Repository<T>()
        where T : class, IAggregate => _services.GetRequiredService<IRepository<T>>();

    /// <summary>A file that isn't there yet.</summary>
    public static TemporaryDatabase Absent(string settings = "")
    {
        var folder = Directory.CreateTempSubdirectory("activity-");
        return new(Path.Combine(folder.FullName, "activity.db"), folder, settings);
    }

    /// <summary>A database with its tables.</summary>
    public static async Task<TemporaryDatabase> CreateAsync(string settings = "")
    {
        var database = Absent(settings);
        await database.Database.CreateOrUpgradeAsync(CancellationToken.None);
        return database;
    }

    /// <summary>Services of their own on the same file, as another process has them.</summary>
    public TemporaryDatabase Again(string settings = "") => new(File, null, settings);

    /// <summary>Services on any path; nothing is deleted afterwards.</summary>
    public static TemporaryDatabase At(string path, string settings = "") => new(path, null, settings);

    /// <summary>A connection past this package, for looking and for doing harm.</summary>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        return connection;
    }

    public void Execute(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>Every row of every table as text, also of SQLite's own counters.</summary>
    public string Dump()
    {
        using var connection = Connect();
        var tables = new List<string>();
        using (var names = connection.CreateCommand())
        {
            names.CommandText = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name";
            using var reader = names.ExecuteReader();
            while (reader.Read())
            {
                tables.Add(reader.GetString(0));
            }
        }

        var text = new StringBuilder();
        foreach (var table in tables)
        {
            text.Append("== ").AppendLine(table);
            using var rows = connection.CreateCommand();
            rows.CommandText = $"SELECT * FROM \"{table}\"";
            using var reader = rows.ExecuteReader();
            while (reader.Read())
            {
                var values = new object[reader.FieldCount];
                reader.GetValues(values);
                text.AppendJoin('|', values).AppendLine();
            }
        }

        return text.ToString();
    }

    public void Dispose()
    {
        _services.Dispose();
        using (var pooled = new SqliteConnection(new SqliteConnectionStringBuilder(_connectionString).ConnectionString))
        {
            SqliteConnection.ClearPool(pooled);
        }

        _folder?.Delete(recursive: true);
    }
}
