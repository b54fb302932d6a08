using ActivityMgmt.Kpi;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds KPIs, forecast, cause finding and scorecards to activity management.</summary>
public static class KpiBuilderExtensions
{
    /// <summary>Adds this package's engines and wordings. What the host registered before stays; calling it again changes nothing.</summary>
    public static IActivityManagementBuilder AddKpi(this IActivityManagementBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<IKpiEngine, KpiEngine>();
        builder.Services.TryAddSingleton<IForecaster>(_ => new RunRateForecaster());
        builder.Services.TryAddSingleton<ICauseFinder>(_ => new FunnelCauseFinder());
        builder.Services.TryAddSingleton<IScorecards, Scorecards>();
        return builder.AddTexts(KpiTexts.Source);
    }
}
