using Microsoft.Extensions.DependencyInjection;

namespace ActivityMgmt.Testing.Tests;

/// <summary>One host, two insurers: work months from the 26th to the 25th, and four, four and five weeks.</summary>
public class TenantCalendarsTests
{
    private static readonly CallContext Harbour = new(new("harbour"), CallContext.SystemActor);
    private static readonly CallContext Lake = new(new("lake"), CallContext.SystemActor);
    private static readonly Quarter Quarter = new(2026, 3);

    [Fact]
    public async Task The_same_target_and_facts_give_each_tenant_goals_and_checkpoints_in_its_own_quarter()
    {
        await using var services = Services();

        var harbour = await RunAsync(services, Harbour, new(2026, 6, 26));
        var lake = await RunAsync(services, Lake, new(2026, 6, 29));

        Assert.Equal(Period("2026-06-26", "2026-09-25"), harbour.Goal.Period);
        Assert.Equal(Period("2026-06-29", "2026-09-27"), lake.Goal.Period);
        // Visits on 26 June and 1 July, up to Sunday 5 July: both lie in the work months' quarter, one in the other.
        Assert.Equal((2m, 1m), (Actual(harbour.Checkpoint), Actual(lake.Checkpoint)));
        // Six of 66 and five of 65 working days, of a target of 66.
        Assert.Equal((Quantity.Count(6m), Quantity.Fraction(66m * 5m, 65m, Unit.Count)), (harbour.Checkpoint.Expected, lake.Checkpoint.Expected));
    }

    [Fact]
    public async Task A_tenant_whom_nobody_knows_is_refused()
    {
        await using var services = Services();

        await Assert.ThrowsAsync<KeyNotFoundException>(() => services.GetRequiredService<FirstLook>().LookAsync(
            new(new("forest"), CallContext.SystemActor), Quarter, new("visits"), new(2026, 7, 5), 2, 1m, null, CancellationToken.None));
    }

    private static ServiceProvider Services()
    {
        var services = new ServiceCollection();

        // docs:start tenants
        services.AddActivityManagement(activity => activity.UseInMemory().AddKpi().UseCalendars(new CompanyCalendars
        {
            [new("harbour")] = new(WorkCalendars.MondayToFriday, FiscalCalendars.WorkMonths()),
            [new("lake")] = new(WorkCalendars.MondayToFriday, FiscalCalendars.FourFourFive(new())),
        }));
        // docs:end tenants
        services.AddActivityManagement(activity => activity.UseAccess(AccessPolicies.CheckedByHost));

        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    private static async Task<(Goal Goal, Checkpoint Checkpoint)> RunAsync(ServiceProvider services, CallContext call, LocalDate firstDay)
    {
        await services.GetRequiredService<IDocumentStore>().PublishAsync(call, Published(DocumentKinds.Kpis, """
            { "id": "kpis", "version": 1, "effective": "2026-01-01/..", "currency": "CNY", "funnel": [],
              "measures": [ { "id": "visits", "name": { "en": "visits", "zh": "拜访" }, "kind": "count", "facts": "activity" } ] }
            """), CancellationToken.None);
        await services.GetRequiredService<IDocumentStore>().PublishAsync(call, Published(DocumentKinds.Target, """
            { "id": "target", "version": 1, "effective": "2026-01-01/..", "quarter": "2026Q3", "branch": "B1",
              "goals": [ { "measure": "visits", "target": 66, "piece": 1 } ], "history": { "quarters": 1 }, "benchmarks": { "perLastStep": {}, "conversions": {} } }
            """), CancellationToken.None);
        var delivery = TestDeliveries.On(new(2026, 7, 5), TestFacts.Joined("E1"), TestFacts.Licensed("E1"), TestFacts.Assigned("E1", team: "T1"), Visit("V1", new(2026, 6, 26)), Visit("V2", new(2026, 7, 1)));
        await services.GetRequiredService<FactRecording>().RecordAsync(call, delivery, CancellationToken.None).OrThrow();
        var goals = services.GetRequiredService<GoalSetting>();
        await goals.OpenAsync(call, Quarter, firstDay, null, CancellationToken.None).OrThrow();
        var started = await goals.AgreeAsync(call with { Actor = new("manager") }, Quarter, firstDay, null, CancellationToken.None).OrThrow();
        var checkpoints = await services.GetRequiredService<Monitoring>().RunDueAsync(call, Quarter, new(2026, 7, 6), null, CancellationToken.None).OrThrow();
        var own = Subject.Of(new AgentId("E1"));
        return (started.First(g => g.Subject == own), checkpoints.Single(c => c.Subject == own));
    }

    private static ActivityFact Visit(string id, LocalDate on) => new()
    {
        Origin = new("crm", id), Date = on, Agent = new("E1"), Activity = "visit",
        StartedAt = on.At(new(10, 0)).InUtc().ToInstant(),
    };

    private static decimal Actual(Checkpoint checkpoint) => Assert.IsType<Reading.Measured>(checkpoint.Actual).Value.ToDecimal();

    private static DateInterval Period(string from, string to) =>
        new(NodaTime.Text.LocalDatePattern.Iso.Parse(from).GetValueOrThrow(), NodaTime.Text.LocalDatePattern.Iso.Parse(to).GetValueOrThrow());

    private static PublishedDocument Published(string kind, string text) => new() { Kind = kind, Id = kind, Version = 1, EffectiveFrom = new(2026, 1, 1), Text = text };

    // docs:start tenant-calendars
    private sealed class CompanyCalendars : Dictionary<TenantId, Calendars>, ITenantCalendars
    {
        public Calendars For(TenantId tenant) => this[tenant];
    }
    // docs:end tenant-calendars
}
