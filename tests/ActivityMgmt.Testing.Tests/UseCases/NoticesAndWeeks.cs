using Microsoft.Extensions.DependencyInjection;

namespace ActivityMgmt.Testing.Tests;

/// <summary>Notices and called-off activities through any host's storage: the same story for each.</summary>
internal static class NoticesAndWeeks
{
    private static readonly CallContext System = new(new("notices"), CallContext.SystemActor);
    private static readonly CallContext Agent = new(new("notices"), new("E1"));
    private static readonly CallContext Manager = new(new("notices"), new("manager"));
    private static readonly DateTimeZone Shanghai = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];
    private static readonly Reason Because = Reason.Of("stated.reason", ("note", "客户改期"));

    public static async Task RunAsync(IServiceProvider services)
    {
        var edge = new UseCaseEdge(
            AccessPolicies.CheckedByHost, Get<IUnitOfWork>(), Get<IAuditTrail>(), Get<EventDelivery>(), TimeProvider.System, Get<ActivityTelemetry>());
        var reviewing = new PlausibilityReviewing(edge, Get<IFactStore>(), Get<IRepository<PlausibilityNotice>>(), new());
        var planning = new WeekPlanning(edge, Get<IFactStore>(), Get<IRepository<WeekPlan>>(), new China(), new());
        var (july, today, cancellation) = (new DateInterval(new(2026, 7, 1), new(2026, 7, 31)), new LocalDate(2026, 7, 22), CancellationToken.None);
        await Get<IFactStore>().AppendAsync(
            System,
            TestDeliveries.On(today, Visit("V1", 10, 0), Visit("V2", 10, 30)),
            cancellation);

        Assert.Equal(new PlausibilityTally(1, 0, 1), await reviewing.ReviewAsync(System, july, _ => Shanghai, today, cancellation).OrThrow());
        Assert.Empty(await reviewing.ReadAsync(Manager, new("E1"), new(2026, 7), today, cancellation).OrThrow());
        var mine = Assert.Single(await reviewing.ReadAsync(Agent, new("E1"), new(2026, 7), today, cancellation).OrThrow());
        await reviewing.AnswerAsync(Agent, mine.Key, today, "一次拜访两位客户", cancellation).OrThrow();
        Assert.Equal(new PlausibilityTally(0, 0, 1), await reviewing.ReviewAsync(System, july, _ => Shanghai, today.PlusDays(1), cancellation).OrThrow());

        var theirs = Assert.Single(await reviewing.ReadAsync(Manager, new("E1"), new(2026, 7), today.PlusDays(4), cancellation).OrThrow());
        Assert.Equal((today, new PlausibilityAnswer(new("E1"), today, "一次拜访两位客户")), (theirs.NoticedOn, theirs.Answer));
        Assert.Equal(mine.Facts, theirs.Facts);
        Assert.Equal(mine.Finding, theirs.Finding);

        var draft = WeekPlan.Draft(new("E1"), today, "Asia/Shanghai").With(new()
        {
            Id = new("P1"), Activity = "meeting", StartsAt = new LocalDateTime(2026, 7, 23, 9, 0).InZoneStrictly(Shanghai).ToInstant(), Minutes = 60, Purpose = "morning-meeting",
        });
        await planning.ProposeAsync(Manager, draft, today, cancellation).OrThrow();
        await planning.AgreeAsync(Manager, draft.Key, today, Because, cancellation).OrThrow();
        await planning.CallOffAsync(Manager, draft.Key, new("P1"), today, Because, cancellation).OrThrow();
        await planning.CallOffAsync(Manager, draft.Key, new("P1"), today, Because, cancellation).OrThrow();

        var stored = (await Get<IRepository<WeekPlan>>().FindAsync(Manager, draft.Key, cancellation))!;
        var total = (await planning.CloseAsync(Manager, draft.Key, new(2026, 7, 27), Because, cancellation).OrThrow()).Total;
        Assert.Equal([new CalledOffActivity(draft.Activities[0], new("manager"), today, Because) { WasAgreed = true }], stored.Value.CalledOff);
        Assert.Equal((3, 1, 1, 2), ((int)stored.Token, total.Planned, total.Cancelled, total.Unplanned));
        Assert.Equal(
            [typeof(PlausibilityNoticed), typeof(PlausibilityAnswered), typeof(ActivityCalledOff)],
            (await Get<IOutbox>().ReadAsync(System, "inbox", 10, cancellation)).Select(e => e.Event.GetType()));

        T Get<T>()
            where T : notnull => services.GetRequiredService<T>();
    }

    private static ActivityFact Visit(string id, int hour, int minute) =>
        TestFacts.Did("E1", "interview", new LocalDateTime(2026, 7, 21, hour, minute), id: id) with { Minutes = 60 };

    private sealed class China : ITenantCalendars
    {
        public Calendars For(TenantId tenant) => Calendars.Default with { Work = WorkCalendars.China };
    }
}
