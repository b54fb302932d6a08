using Microsoft.Extensions.DependencyInjection;

namespace ActivityMgmt.Incentives.Tests.DependencyInjection;

public class AddIncentivesTests
{
    [Fact]
    public void The_container_gives_the_use_cases_and_the_wordings()
    {
        var services = new ServiceCollection();
        services.AddActivityManagement(activity => activity.AddKpi().AddIncentives().AddIncentives());
        services.AddSingleton<IFactStore>(new InMemoryFacts(Some.Book()));
        services.AddSingleton<IDocumentStore>(new InMemoryDocuments());
        services.AddSingleton<IKpiEngine, TestEngine>();
        services.AddSingleton(typeof(IRepository<>), typeof(InMemoryRepository<>));
        services.AddSingleton(typeof(IQueries<>), typeof(NoRecords<>));
        services.AddSingleton<IUnitOfWork, InMemoryRepository<Statement>>();
        services.AddSingleton<IAuditTrail, InMemoryRepository<Statement>>();
        services.AddSingleton<IOutbox, InMemoryRepository<Statement>>();

        using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        Assert.NotNull(provider.GetRequiredService<Pay>());
        Assert.NotNull(provider.GetRequiredService<Assessments>());
        Assert.NotNull(provider.GetRequiredService<Rewards>());
        Assert.Equal("held", provider.GetRequiredService<ITexts>().Word("pay.outcome.held", System.Globalization.CultureInfo.InvariantCulture));
    }
}
