using System.Globalization;
using ActivityMgmt.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace ActivityMgmt.Domain.Tests;

public class AddActivityManagementTests
{
    [Fact]
    public void With_the_ports_filled_every_use_case_can_be_made()
    {
        using var provider = Build(Host(_ => { }));
        using var scope = provider.CreateScope();

        Assert.All(
            [typeof(FactRecording), typeof(GoalSetting), typeof(Planning), typeof(Monitoring), typeof(Evaluating), typeof(Organising), typeof(Customers), typeof(ITexts)],
            type => Assert.IsType(type == typeof(ITexts) ? typeof(TextCatalogue) : type, scope.ServiceProvider.GetRequiredService(type)));
    }

    [Fact]
    public void An_unfilled_port_is_found_when_the_container_is_built()
    {
        var services = Host(_ => { });
        services.Remove(services.Single(s => s.ServiceType == typeof(IFactStore)));

        Assert.Throws<AggregateException>(() => Build(services));
    }

    [Fact]
    public void Adding_it_again_adds_nothing()
    {
        var services = Host(activity => activity.UseWorkCalendar(WorkCalendars.China).UseCheckpoints(new() { Escalations = [EscalationPolicies.OffTrackInARow(2)] }).AddTexts(new Own()));
        var before = services.Count;

        services.AddActivityManagement(_ => { });
        services.AddActivityManagement(activity => activity.UseWorkCalendar(WorkCalendars.China));

        Assert.Equal(before, services.Count);
        Assert.DoesNotContain(services.GroupBy(s => (s.ServiceType, s.ImplementationInstance)), g => g.Count() > 1);
    }

    [Fact]
    public void The_work_calendar_is_monday_to_friday_unless_the_host_uses_another()
    {
        using var usual = Build(Host(_ => { }));
        using var china = Build(Host(activity => activity.UseWorkCalendar(WorkCalendars.MondayToFriday).UseWorkCalendar(WorkCalendars.China)));

        Assert.Same(WorkCalendars.MondayToFriday, Assert.Single(usual.GetServices<IWorkCalendar>()));
        Assert.Same(WorkCalendars.China, Assert.Single(china.GetServices<IWorkCalendar>()));
    }

    [Fact]
    public void Policies_of_organisation_and_customers_are_the_usual_ones_unless_the_host_uses_others()
    {
        var (organisation, process, contacts) = (new OrganisationPolicies { Ranks = new("A1", "A2") }, new SalesProcess { Id = "own", Stages = SalesProcess.Default.Stages }, new ContactCheck(6, needsConsent: false));
        SegmentPolicy segments = _ => "all";
        using var usual = Build(Host(_ => { }));
        using var own = Build(Host(activity => activity.UseOrganisationPolicies(organisation).UseSalesProcess(process).UseSegments(segments).UseContactCheck(contacts)));

        Assert.Equal(
            (OrganisationPolicies.Default, SalesProcess.Default, SegmentPolicies.AsInTheCrm),
            (Assert.Single(usual.GetServices<OrganisationPolicies>()), Assert.Single(usual.GetServices<SalesProcess>()), Assert.Single(usual.GetServices<SegmentPolicy>())));
        Assert.Same(organisation, Assert.Single(own.GetServices<OrganisationPolicies>()));
        Assert.Same(process, Assert.Single(own.GetServices<SalesProcess>()));
        Assert.Same(segments, Assert.Single(own.GetServices<SegmentPolicy>()));
        Assert.Same(contacts, Assert.Single(own.GetServices<ContactCheck>()));
    }

    [Fact]
    public void The_fiscal_calendar_is_the_civil_one_unless_the_host_uses_another()
    {
        var workMonths = FiscalCalendars.WorkMonths();
        using var usual = Build(Host(_ => { }));
        using var own = Build(Host(activity => activity.UseFiscalCalendar(FiscalCalendars.StartingIn(4)).UseFiscalCalendar(workMonths)));

        Assert.Same(FiscalCalendars.Gregorian, Assert.Single(usual.GetServices<IFiscalCalendar>()));
        Assert.Same(workMonths, Assert.Single(own.GetServices<IFiscalCalendar>()));
    }

    [Fact]
    public void Calendars_of_tenants_take_the_place_of_one_for_all_and_the_other_way_round()
    {
        var tenants = new StatedCalendars(FiscalCalendars.WorkMonths());
        using var several = Build(Host(activity => activity.UseWorkCalendar(WorkCalendars.China).UseCalendars(tenants)));
        using var one = Build(Host(activity => activity.UseCalendars(tenants).UseFiscalCalendar(FiscalCalendars.StartingIn(4))));

        Assert.Same(tenants, Assert.Single(several.GetServices<ITenantCalendars>()));
        Assert.Empty(several.GetServices<IWorkCalendar>());
        Assert.Empty(several.GetServices<IFiscalCalendar>());
        var calendars = Assert.Single(one.GetServices<ITenantCalendars>()).For(new("any"));
        Assert.Equal(new DateInterval(new(2026, 4, 1), new(2026, 6, 30)), calendars.Fiscal.IntervalOf(new(2026, 1)));
        Assert.Same(WorkCalendars.MondayToFriday, calendars.Work);
    }

    [Fact]
    public void A_later_call_replaces_the_calendar_and_a_call_without_one_keeps_it()
    {
        var services = Host(_ => { });

        services.AddActivityManagement(activity => activity.UseWorkCalendar(WorkCalendars.China));
        services.AddActivityManagement(_ => { });

        using var provider = Build(services);
        Assert.Same(WorkCalendars.China, Assert.Single(provider.GetServices<IWorkCalendar>()));
    }

    [Fact]
    public void Checkpoint_policies_have_defaults_and_can_be_replaced()
    {
        using var usual = Build(Host(_ => { }));
        using var strict = Build(Host(activity => activity.UseCheckpoints(new() { Escalations = [EscalationPolicies.OffTrackInARow(2)] })));

        Assert.Equal(91, usual.GetRequiredService<CheckpointPolicies>().CauseWindowInDays);
        Assert.Equal((null, "2"), (EscalationAfterTwo(usual), EscalationAfterTwo(strict)));
    }

    private static string? EscalationAfterTwo(IServiceProvider host) =>
        Assert.Single(host.GetServices<CheckpointPolicies>()).Escalations[0](new([SomeCheckpoint.Of(status: GoalStatus.OffTrack)], GoalStatus.OffTrack, new(2026, 7, 19)))?["limit"].Text;

    [Fact]
    public void A_hosts_own_wording_comes_before_the_packages()
    {
        var own = new Own();
        using var provider = Build(Host(activity => activity.AddTexts(own).AddTexts(own)));

        Assert.Equal(2, provider.GetServices<ITextSource>().Count());
        Assert.Equal("super", provider.GetRequiredService<ITexts>().Word("status.Ahead", CultureInfo.GetCultureInfo("en")));
        Assert.Equal("off track", provider.GetRequiredService<ITexts>().Word("status.OffTrack", CultureInfo.GetCultureInfo("en")));
    }

    private static ServiceCollection Host(Action<IActivityManagementBuilder> configure)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IFactStore>(new InMemoryFactStore());
        services.AddSingleton<IDocumentStore>(new InMemoryDocumentStore());
        services.AddSingleton<IKpiEngine>(new StatedKpis(facts => new StatedReadings(facts)));
        services.AddSingleton<IScorecards>(new StatedScorecards(80m));
        services.AddSingleton<IForecaster>(StatedForecaster.Silent);
        services.AddSingleton<ICauseFinder>(StatedCauses.None);
        services.AddScoped(typeof(IRepository<>), typeof(InMemoryRepository<>));
        var edge = new InMemoryEdge();
        services.AddSingleton<IUnitOfWork>(edge);
        services.AddSingleton<IAuditTrail>(edge);
        services.AddSingleton<IOutbox>(edge);
        services.AddSingleton<IQueries<GoalRecord>>(new RecordsOf<Goal, GoalRecord>(new(), GoalRecord.Of));
        services.AddSingleton<IQueries<CheckpointRecord>>(new RecordsOf<Checkpoint, CheckpointRecord>(new(), CheckpointRecord.Of));
        services.AddActivityManagement(configure);
        return services;
    }

    private static ServiceProvider Build(ServiceCollection services) =>
        services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

    private sealed class Own : ITextSource
    {
        public string? Find(string code, CultureInfo culture) => code == "status.Ahead" ? "super" : null;
    }
}
