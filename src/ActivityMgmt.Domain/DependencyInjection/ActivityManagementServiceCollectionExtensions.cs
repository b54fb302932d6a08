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
        services.TryAddEnumerable(ServiceDescriptor.Singleton(ResourceTexts.Domain));
        services.TryAddSingleton<ITexts, TextCatalogue>();
        configure(new Builder(services));
        services.TryAddSingleton(WorkCalendars.MondayToFriday);
        return services;
    }

    /// <summary>Uses a work calendar for pace, plans and capacity. <value>Default: Monday to Friday without holidays.</value></summary>
    public static IActivityManagementBuilder UseWorkCalendar(this IActivityManagementBuilder builder, IWorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton(calendar));
        return builder;
    }

    private sealed class Builder(IServiceCollection services) : IActivityManagementBuilder
    {
        public IServiceCollection Services => services;
    }
}
