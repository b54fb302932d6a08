using Microsoft.Extensions.DependencyInjection;

namespace ActivityMgmt.Kpi.Tests;

public class AddKpiTests
{
    [Fact]
    public void Adds_every_engine_once_and_the_wordings()
    {
        using var services = new ServiceCollection()
            .AddActivityManagement(activity => activity.AddKpi().AddKpi())
            .BuildServiceProvider(validateScopes: true); // the use cases need a host's storage, which is not here

        Assert.IsType<KpiEngine>(services.GetRequiredService<IKpiEngine>());
        Assert.IsType<RunRateForecaster>(services.GetRequiredService<IForecaster>());
        Assert.IsType<FunnelCauseFinder>(services.GetRequiredService<ICauseFinder>());
        Assert.IsType<Scorecards>(services.GetRequiredService<IScorecards>());
        Assert.Single(services.GetServices<ITextSource>(), KpiTexts.Source);
    }

    [Fact]
    public void Leaves_what_the_host_brought()
    {
        var own = new RunRateForecaster(new() { FewestPastMonths = 2 });
        using var services = new ServiceCollection()
            .AddSingleton<IForecaster>(own)
            .AddActivityManagement(activity => activity.AddKpi())
            .BuildServiceProvider();

        Assert.Same(own, services.GetRequiredService<IForecaster>());
    }
}
