using ActivityMgmt.Testing;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps activity management in memory, for tests.</summary>
public static class InMemoryActivityManagementBuilderExtensions
{
    /// <summary>Keeps facts, names, documents and aggregates in memory, one set for each container. A port that the host registered before stays the host's. Calling it again changes nothing.</summary>
    /// <param name="builder">The builder.</param>
    public static IActivityManagementBuilder UseInMemory(this IActivityManagementBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddTexts(TestingTexts.Source);
        builder.Services.TryAddSingleton<InMemoryPeopleDirectory>();
        builder.Services.TryAddSingleton<IPeopleDirectory>(services => services.GetRequiredService<InMemoryPeopleDirectory>());
        builder.Services.TryAddSingleton<IFactStore>(services => new InMemoryFactStore(services.GetRequiredService<InMemoryPeopleDirectory>()));
        builder.Services.TryAddSingleton<IDocumentStore, InMemoryDocumentStore>();
        builder.Services.TryAddSingleton(typeof(IRepository<>), typeof(InMemoryRepository<>));
        return builder;
    }
}
