using ActivityMgmt.Incentives;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds pay, assessment and rewards to a host.</summary>
public static class IncentivesActivityManagementBuilderExtensions
{
    /// <summary>
    /// Adds <see cref="Pay"/>, <see cref="Assessments"/> and <see cref="Rewards"/> and their wordings. They need a fact store, a document store, repositories
    /// and a KPI engine from other extensions. Calling it again adds nothing twice.
    /// </summary>
    public static IActivityManagementBuilder AddIncentives(this IActivityManagementBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddTransient<Pay>();
        builder.Services.TryAddTransient<Assessments>();
        builder.Services.TryAddTransient<Rewards>();
        return builder.AddTexts(IncentivesTexts.Source);
    }
}
