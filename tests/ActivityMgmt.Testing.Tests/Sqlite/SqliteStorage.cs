using ActivityMgmt.EntityFrameworkCore;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace ActivityMgmt.Testing.Tests;

/// <summary>A SQLite file in a folder of its own for one test class, deleted afterwards.</summary>
public sealed class SqliteStorage : IAsyncLifetime
{
    private readonly DirectoryInfo _folder;
    private readonly ServiceProvider _services;
    private readonly string _connectionString;

    public SqliteStorage()
    {
        _folder = Directory.CreateTempSubdirectory("activity-");
        _connectionString = new SqliteConnectionStringBuilder { DataSource = Path.Combine(_folder.FullName, "activity.db") }.ConnectionString;
        _services = new ServiceCollection()
            .AddActivityManagement(activity => activity.UseSqlite(_connectionString))
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = false, ValidateScopes = true });
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public IServiceProvider Services => _services;

    public UseCaseStorage UseCases => SomeStorage.From(_services);

    public Task InitializeAsync() => Get<ActivityDatabase>().CreateOrUpgradeAsync(CancellationToken.None);

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        using (var pooled = new SqliteConnection(_connectionString))
        {
            SqliteConnection.ClearPool(pooled);
        }

        _folder.Delete(recursive: true);
    }
}
