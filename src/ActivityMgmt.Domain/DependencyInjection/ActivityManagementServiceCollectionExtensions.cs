using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
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
        if (!services.Any(s => s.ServiceType == typeof(ITenantCalendars)))
        {
            services.TryAddSingleton(Calendars.Default.Work);
            services.TryAddSingleton(Calendars.Default.Fiscal);
            services.AddSingleton<ITenantCalendars, SameForAllTenants>();
        }

        services.TryAddSingleton(new CheckpointPolicies());
        services.TryAddSingleton(new FeasibilityPolicies());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(AccessPolicies.System);
        services.TryAddSingleton(provider => new ActivityTelemetry(provider.GetService<IMeterFactory>()));
        services.TryAddTransient<IOrganisations, FactOrganisations>();
        services.TryAddTransient<EventDelivery>();
        services.TryAddTransient<UseCaseEdge>();
        services.TryAddTransient<FactRecording>();
        services.TryAddSingleton(OrganisationRules.Default);
        services.TryAddSingleton(OrganisationPolicies.Default);
        services.TryAddTransient<Organising>();
        services.TryAddSingleton(new GoalPolicies());
        services.TryAddSingleton(new EvaluationPolicies());
        services.TryAddTransient<GoalSetting>();
        services.TryAddTransient<Planning>();
        services.TryAddTransient<WeekPlanning>();
        services.TryAddSingleton(new PlausibilityPolicies());
        services.TryAddTransient<PlausibilityReviewing>();
        services.TryAddTransient<Monitoring>();
        services.TryAddTransient<Evaluating>();
        services.TryAddTransient<TeamBoards>();
        services.TryAddTransient<Execution>();
        services.TryAddTransient<FirstLook>();
        services.TryAddSingleton(SalesProcess.Default);
        services.TryAddSingleton(SegmentPolicies.AsInTheCrm);
        services.TryAddSingleton(new ContactCheck(refusalMonths: null, needsConsent: true));
        services.TryAddTransient<Customers>();
        services.TryAddTransient<OrphanHandover>();
        services.TryAddTransient<Explaining>();
        return services;
    }

    /// <summary>Uses a work calendar for pace, plans and capacity, the same for every tenant. <value>Default: Monday to Friday without holidays.</value></summary>
    public static IActivityManagementBuilder UseWorkCalendar(this IActivityManagementBuilder builder, IWorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton(calendar)).RemoveAll<ITenantCalendars>();
        return builder;
    }

    /// <summary>Uses a fiscal calendar for the days of quarters and months: goals, checkpoints, closings and pay, the same for every tenant. <value>Default: <see cref="FiscalCalendars.Gregorian"/>.</value></summary>
    /// <remarks>Stays the same while anything of a year is open; goals that were opened keep their days.</remarks>
    public static IActivityManagementBuilder UseFiscalCalendar(this IActivityManagementBuilder builder, IFiscalCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton(calendar)).RemoveAll<ITenantCalendars>();
        return builder;
    }

    /// <summary>Uses each tenant's own calendars. They take the place of <see cref="UseWorkCalendar"/> and <see cref="UseFiscalCalendar"/>: whichever is called last counts.</summary>
    /// <remarks>Nobody can then ask the container for one calendar of all tenants.</remarks>
    public static IActivityManagementBuilder UseCalendars(this IActivityManagementBuilder builder, ITenantCalendars calendars)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton(calendars)).RemoveAll<IWorkCalendar>().RemoveAll<IFiscalCalendar>();
        return builder;
    }

    /// <summary>Uses other checkpoint policies: cadence, pace, status, escalation. <value>Default: <see cref="CheckpointPolicies"/> as it is.</value></summary>
    public static IActivityManagementBuilder UseCheckpoints(this IActivityManagementBuilder builder, CheckpointPolicies policies)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton(policies));
        return builder;
    }

    /// <summary>Uses other rules for changes of the organisation. <value>Default: <see cref="OrganisationRules.Default"/>.</value></summary>
    public static IActivityManagementBuilder UseOrganisationRules(this IActivityManagementBuilder builder, OrganisationRules rules)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton(rules));
        return builder;
    }

    /// <summary>
    /// Uses other policies for what follows from promotions, moves, leaving and returns, for leave that spares an assessment, and for who is a newcomer.
    /// <value>Default: <see cref="OrganisationPolicies.Default"/>, in which ranks have no order.</value>
    /// </summary>
    public static IActivityManagementBuilder UseOrganisationPolicies(this IActivityManagementBuilder builder, OrganisationPolicies policies)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton(policies));
        return builder;
    }

    /// <summary>Uses the policies of the organisation that a file holds: a document of kind <see cref="DocumentKinds.Organisation"/>, read once, now.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="file">The file's path; UTF-8.</param>
    /// <exception cref="IOException">There is no such file, or it can't be read.</exception>
    /// <exception cref="DocumentException">The document is wrong; carries every problem with file, line, column and JSON path.</exception>
    public static IActivityManagementBuilder UseOrganisationPolicies(this IActivityManagementBuilder builder, string file)
    {
        ArgumentException.ThrowIfNullOrEmpty(file);
        var (text, name) = (File.ReadAllText(file), Path.GetFileName(file));
        return builder.UseOrganisationPolicies(OrganisationPoliciesDocument.Read(DocumentHeader.Read(DocumentNode.Parse(text, name)).ToPublished(DocumentKinds.Organisation, text)));
    }

    /// <summary>Uses other limits for planned weeks: capacity, speed, quiet hours. <value>Default: <see cref="FeasibilityPolicies"/> as it is.</value></summary>
    public static IActivityManagementBuilder UseFeasibility(this IActivityManagementBuilder builder, FeasibilityPolicies policies)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton(policies));
        return builder;
    }

    /// <summary>Uses other limits from which on records look odd, and other days to answer. <value>Default: <see cref="PlausibilityPolicies"/> as it is.</value></summary>
    public static IActivityManagementBuilder UsePlausibility(this IActivityManagementBuilder builder, PlausibilityPolicies policies)
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

    /// <summary>Uses another sales process where no document of kind <see cref="DocumentKinds.SalesProcess"/> applies. <value>Default: <see cref="SalesProcess.Default"/>.</value></summary>
    public static IActivityManagementBuilder UseSalesProcess(this IActivityManagementBuilder builder, SalesProcess process)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton(process));
        return builder;
    }

    /// <summary>Uses another policy that puts customers into segments. <value>Default: <see cref="SegmentPolicies.AsInTheCrm"/>.</value></summary>
    public static IActivityManagementBuilder UseSegments(this IActivityManagementBuilder builder, SegmentPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton(policy));
        return builder;
    }

    /// <summary>Uses another check of whether customers may be contacted. <value>Default: consent is needed, and a refusal without an end holds until the customer opts in again.</value></summary>
    public static IActivityManagementBuilder UseContactCheck(this IActivityManagementBuilder builder, ContactCheck check)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton(check));
        return builder;
    }

    /// <summary>Uses another access policy. <value>Default: <see cref="AccessPolicies.System"/>, which lets nobody but the system actor do anything.</value></summary>
    public static IActivityManagementBuilder UseAccess(this IActivityManagementBuilder builder, IAccessPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(ServiceDescriptor.Singleton(policy));
        return builder;
    }

    /// <summary>Lets access follow from the organisation; see <see cref="OrganisationAccess"/>.</summary>
    public static IActivityManagementBuilder UseOrganisationAccess(this IActivityManagementBuilder builder, OrganisationAccess access)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(access);
        builder.Services.Replace(ServiceDescriptor.Transient<IAccessPolicy>(
            services => new OrganisationAccessPolicy(services.GetRequiredService<IOrganisations>(), access)));
        return builder;
    }

    /// <summary>Hands committed events to a subscriber. Adding the same one again changes nothing.</summary>
    public static IActivityManagementBuilder AddEventSubscriber<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(this IActivityManagementBuilder builder)
        where T : class, IDomainEventSubscriber
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Transient<IDomainEventSubscriber, T>());
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
