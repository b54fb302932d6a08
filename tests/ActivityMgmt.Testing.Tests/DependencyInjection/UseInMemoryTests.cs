using Microsoft.Extensions.DependencyInjection;

namespace ActivityMgmt.Testing.Tests;

public class UseInMemoryTests
{
    private static readonly CallContext Call = new(new("branch-1"), CallContext.SystemActor);

    [Fact]
    public async Task Every_port_is_kept_in_memory_once_for_each_container()
    {
        await using var one = Services();
        await using var other = Services();
        await one.GetRequiredService<IFactStore>().AppendAsync(
            Call, TestDeliveries.On(new(2026, 7, 1), TestFacts.Joined("E1")).Naming(FactKind.Agent, "E1", "李娜"), CancellationToken.None);

        Assert.Equal("李娜", (await one.GetRequiredService<IPeopleDirectory>().NamesAsync(Call, FactKind.Agent, CancellationToken.None))["E1"]);
        Assert.Same(one.GetRequiredService<IDocumentStore>(), one.GetRequiredService<IDocumentStore>());
        Assert.Same(one.GetRequiredService<IRepository<Goal>>(), one.GetRequiredService<IRepository<Goal>>());
        Assert.IsType<InMemoryRepository<Checkpoint>>(one.GetRequiredService<IRepository<Checkpoint>>());
        Assert.Empty((await other.GetRequiredService<IFactStore>().ReadAsync(Call, null, CancellationToken.None)).All);
    }

    [Fact]
    public void Calling_it_again_adds_nothing_twice()
    {
        var once = new ServiceCollection();
        once.AddActivityManagement(activity => activity.UseInMemory());
        var twice = new ServiceCollection();
        twice.AddActivityManagement(activity => activity.UseInMemory().UseInMemory());

        Assert.Equal(once.Count, twice.Count);
    }

    [Fact]
    public void A_port_of_the_hosts_stays_the_hosts()
    {
        var documents = new InMemoryDocumentStore();
        using var services = new ServiceCollection()
            .AddSingleton<IDocumentStore>(documents)
            .AddActivityManagement(activity => activity.UseInMemory())
            .BuildServiceProvider();

        Assert.Same(documents, services.GetRequiredService<IDocumentStore>());
    }

    private static ServiceProvider Services() => new ServiceCollection()
        .AddActivityManagement(activity => activity.UseInMemory())
        .BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
}
