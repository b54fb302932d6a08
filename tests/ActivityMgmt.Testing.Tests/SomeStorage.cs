using Microsoft.Extensions.DependencyInjection;

namespace ActivityMgmt.Testing.Tests;

/// <summary>The ports of use cases, over one storage.</summary>
internal static class SomeStorage
{
    public static UseCaseStorage InMemory()
    {
        var stored = new InMemoryUnitOfWork();
        return new()
        {
            UnitOfWork = stored,
            Facts = new InMemoryFactStore(stored),
            AuditTrail = stored,
            Outbox = stored,
            Goals = new InMemoryRepository<Goal>(stored),
            Plans = new InMemoryRepository<ActivityPlan>(stored),
            GoalRecords = new InMemoryQueries<GoalRecord>(stored),
            AuditRecords = new InMemoryQueries<AuditRecord>(stored),
        };
    }

    public static UseCaseStorage From(IServiceProvider services) => new()
    {
        UnitOfWork = services.GetRequiredService<IUnitOfWork>(),
        Facts = services.GetRequiredService<IFactStore>(),
        AuditTrail = services.GetRequiredService<IAuditTrail>(),
        Outbox = services.GetRequiredService<IOutbox>(),
        Goals = services.GetRequiredService<IRepository<Goal>>(),
        Plans = services.GetRequiredService<IRepository<ActivityPlan>>(),
        GoalRecords = services.GetRequiredService<IQueries<GoalRecord>>(),
        AuditRecords = services.GetRequiredService<IQueries<AuditRecord>>(),
    };
}
