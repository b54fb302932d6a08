using ActivityMgmt.Testing;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps activity management in memory, for tests.</summary>
public static class InMemoryActivityManagementBuilderExtensions
{
    /// <summary>
    /// Keeps facts, names, documents, aggregates with their flat records, events and the audit trail in memory, one set for each container. A port that the host registered before stays the host's.
    /// Calling it again changes nothing.
    /// </summary>
    /// <remarks>Use cases store by <see cref="IUnitOfWork"/>: a host with a repository of its own brings that, too.</remarks>
    /// <param name="builder">The builder.</param>
    public static IActivityManagementBuilder UseInMemory(this IActivityManagementBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddTexts(TestingTexts.Source);
        builder.Services.TryAddSingleton<InMemoryPeopleDirectory>();
        builder.Services.TryAddSingleton<IPeopleDirectory>(services => services.GetRequiredService<InMemoryPeopleDirectory>());
        builder.Services.TryAddSingleton<IFactStore>(services => new InMemoryFactStore(
            services.GetRequiredService<InMemoryPeopleDirectory>(), services.GetRequiredService<IUnitOfWork>()));
        builder.Services.TryAddSingleton<IDocumentStore, InMemoryDocumentStore>();
        builder.Services.TryAddSingleton<InMemoryUnitOfWork>();
        builder.Services.TryAddSingleton<IUnitOfWork>(services => services.GetRequiredService<InMemoryUnitOfWork>());
        builder.Services.TryAddSingleton<IAuditTrail>(services => services.GetRequiredService<InMemoryUnitOfWork>());
        builder.Services.TryAddSingleton<IOutbox>(services => services.GetRequiredService<InMemoryUnitOfWork>());
        builder.Services.TryAddSingleton(typeof(IRepository<>), typeof(InMemoryRepository<>));
        builder.Services.TryAddSingleton(typeof(IQueries<>), typeof(InMemoryQueries<>));
        return builder;
    }
}
