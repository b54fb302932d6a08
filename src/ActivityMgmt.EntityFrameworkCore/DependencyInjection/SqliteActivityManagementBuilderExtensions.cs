using ActivityMgmt.EntityFrameworkCore;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Stores activity management in SQLite.</summary>
public static class SqliteActivityManagementBuilderExtensions
{
    /// <summary>Stores facts, names, documents, aggregates with their flat records, events and the audit trail in a SQLite file. A port that the host registered before stays the host's.</summary>
    /// <remarks>
    /// The host calls <see cref="ActivityDatabase.CreateOrUpgradeAsync"/> once at its start. <c>Default Timeout</c> of the connection string (seconds;
    /// 30 when it is not given, 0 for ever) says how long a write waits for another one.
    /// </remarks>
    /// <param name="builder">The builder.</param>
    /// <param name="connectionString">Such as <c>Data Source=activity.db</c>; a file, not a database in memory.</param>
    /// <exception cref="ArgumentException">The connection string is not valid, names no file, or names a database in memory.</exception>
    /// <exception cref="InvalidOperationException">Another connection string was given before.</exception>
    public static IActivityManagementBuilder UseSqlite(this IActivityManagementBuilder builder, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var source = new Source(Checked(connectionString));
        if (builder.Services.FirstOrDefault(s => s.ServiceType == typeof(Source))?.ImplementationInstance is Source other && other != source)
        {
            throw new InvalidOperationException(
                $"UseSqlite was called with '{other.ConnectionString}' and again with '{source.ConnectionString}'; keep one of them.");
        }

        builder.AddTexts(StorageTexts.Source);
        builder.Services.TryAddSingleton(source);
        builder.Services.TryAddSingleton<IDbContextFactory<ActivityContext>>(_ => new PooledDbContextFactory<ActivityContext>(Options(source)));
        builder.Services.TryAddSingleton<ActivityStorage>();
        builder.Services.TryAddSingleton(services => new ActivityDatabase(services.GetRequiredService<ActivityStorage>()));
        builder.Services.TryAddSingleton<FactStore>();
        builder.Services.TryAddSingleton<IFactStore>(services => services.GetRequiredService<FactStore>());
        builder.Services.TryAddSingleton<IOrganisations>(services => services.GetRequiredService<FactStore>());
        builder.Services.TryAddSingleton<IPeopleDirectory, PeopleDirectory>();
        builder.Services.TryAddSingleton<IDocumentStore, DocumentStore>();
        builder.Services.TryAddSingleton(typeof(IRepository<>), typeof(Repository<>));
        builder.Services.TryAddSingleton<IUnitOfWork, UnitOfWork>();
        builder.Services.TryAddSingleton<IAuditTrail, AuditTrail>();
        builder.Services.TryAddSingleton<IOutbox, Outbox>();
        builder.Services.TryAddSingleton(typeof(IQueries<>), typeof(Queries<>));
        return builder;
    }

    private static DbContextOptions<ActivityContext> Options(Source source) =>
        new DbContextOptionsBuilder<ActivityContext>().UseSqlite(source.ConnectionString).AddInterceptors(new SqliteSession()).Options;

    private static string Checked(string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        var parts = new SqliteConnectionStringBuilder(connectionString);
        return parts.DataSource is { Length: > 0 } and not ":memory:" && parts.Mode != SqliteOpenMode.Memory
            ? parts.ConnectionString
            : throw new ArgumentException($"'{connectionString}' names no file; expected a form like 'Data Source=activity.db'.", nameof(connectionString));
    }

    private sealed record Source(string ConnectionString);
}
