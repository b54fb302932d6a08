using ActivityMgmt.Domain;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds activity management to a host.</summary>
public static class ActivityManagementServiceCollectionExtensions
{
    /// <summary>Adds the model's use cases and default policies, then whatever <paramref name="configure"/> plugs in. Calling it again adds nothing twice.</summary>
    public static IServiceCollection AddActivityManagement(this IServiceCollection services, Action<IActivityManagementBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        var builder = new Builder(services);
        configure(builder);
        builder.AddTexts(ResourceTexts.Domain);
        services.TryAddSingleton<ITexts, TextCatalogue>();
        services.TryAddSingleton(WorkCalendars.MondayToFriday);
        services.TryAddSingleton(new CheckpointPolicies());
        services.TryAddSingleton(new GoalPolicies());
        services.TryAddSingleton(new EvaluationPolicies());
        services.TryAddTransient<GoalSetting>();
        services.TryAddTransient<Planning>();
        services.TryAddTransient<Monitoring>();
        services.TryAddTransient<Evaluating>();
        return services;
    }

    /// <summary>Uses a work calendar for pace, plans and capacity. <value>Default: Monday to Friday without holidays.</value></summary>
    public static IActivityManagementBuilder UseWorkCalendar(this IActivityManagementBuilder builder, IWorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton(calendar));
        return builder;
    }

    /// <summary>Uses other checkpoint policies: cadence, pace, status, escalation. <value>Default: <see cref="CheckpointPolicies"/> as it is.</value></summary>
    public static IActivityManagementBuilder UseCheckpoints(this IActivityManagementBuilder builder, CheckpointPolicies policies)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton(policies));
        return builder;
    }

    /// <summary>Uses other goal policies: apportionment, weights, SMART, pro-rating, reminders. <value>Default: <see cref="GoalPolicies"/> as it is.</value></summary>
    public static IActivityManagementBuilder UseGoals(this IActivityManagementBuilder builder, GoalPolicies policies)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton(policies));
        return builder;
    }

    /// <summary>Uses other evaluation policies: what is adverse, how long it can be contested, who may settle it. <value>Default: <see cref="EvaluationPolicies"/> as it is.</value></summary>
    public static IActivityManagementBuilder UseEvaluations(this IActivityManagementBuilder builder, EvaluationPolicies policies)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton(policies));
        return builder;
    }

    /// <summary>Adds wordings. Sources are asked in the order in which they were added; adding the same source again changes nothing.</summary>
    public static IActivityManagementBuilder AddTexts(this IActivityManagementBuilder builder, ITextSource texts)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (!builder.Services.Any(s => ReferenceEquals(s.ImplementationInstance, texts)))
        {
            builder.Services.AddSingleton(texts);
        }

        return builder;
    }

    private sealed class Builder(IServiceCollection services) : IActivityManagementBuilder
    {
        public IServiceCollection Services => services;
    }
}
