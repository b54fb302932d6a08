using static ActivityMgmt.Testing.StorageTrials;

namespace ActivityMgmt.Testing;

/// <summary>What <see cref="IOutbox"/> promises, check by check; fed by <see cref="IUnitOfWork"/>.</summary>
public static class OutboxConformance
{
    /// <summary>The checks.</summary>
    public static ConformanceSuite<UseCaseStorage> Suite { get; } = new(
        nameof(IOutbox),
        [
            ("An outbox that was given nothing gives nothing", NothingAtFirstAsync),
            ("Events come in the order of the commits, numbered from 1", InOrderAsync),
            ("Events of every kind come back as they were raised", KindsAsync),
            ("What isn't marked comes again", AgainAsync),
            ("What is marked doesn't come again", MarkedAsync),
            ("A lower mark changes nothing", LowerMarkAsync),
            ("Every subscriber has a position of its own; a new one begins with the first event", SubscribersAsync),
            ("Subscribers are told apart letter by letter", LettersAsync),
            ("No more events come than were asked for", TakeAsync),
            ("Two tenants never meet", TenantsAsync),
            ("A call without tenant is refused", WithoutTenantAsync),
            ("A cancelled call does nothing and says so", CancelledAsync),
            ("Of marks at the same time, the highest counts", AtOnceAsync),
        ]);

    private static async Task NothingAtFirstAsync(Trial<UseCaseStorage> trial) => await ComeAsync(trial, "bus").ConfigureAwait(false);

    private static async Task InOrderAsync(Trial<UseCaseStorage> trial)
    {
        await trial.CommitAsync(Changes.None.Raise([Event(3), Event(1)])).ConfigureAwait(false);
        await trial.CommitAsync(Saving((Goal("a"), 0)).Raise([Event(2)])).ConfigureAwait(false);

        trial.Equal(
            "The events",
            [new(trial.Call.Tenant, 1, Event(3)), new(trial.Call.Tenant, 2, Event(1)), new(trial.Call.Tenant, 3, Event(2))],
            await trial.EventsAsync().ConfigureAwait(false));
    }

    private static async Task KindsAsync(Trial<UseCaseStorage> trial)
    {
        var (goal, agent, quarter, day) = (new GoalId("2026Q3/cases/E1"), new AgentId("E1"), new Quarter(2026, 3), new LocalDate(2026, 7, 19));
        DomainEvent[] events =
        [
            new FactsRecorded("crm-2026-07-19", "crm", After: 3, UpTo: 9, By: new("import")),
            new OrganisationChanged("17", "hr", After: 9, UpTo: 11, By: new("wang.min")),
            new QuarterOpened(quarter, 12),
            new GoalProposed(goal, Subject.Of(agent), Quantity.Ratio(1m, 3m)),
            new GoalAgreed(goal, Subject.Of(new TeamId("T1")), Quantity.Of(300m, Unit.Money("CNY"))),
            new GoalAdjusted(goal, Subject.Branch("B01"), Quantity.Count(5m), Reason.Of("goal.moved-team", ("agent", "业务员"), ("date", day))),
            new GoalMoved(goal, Subject.Of(agent), GoalState.Withdrawn),
            new PlanMade("2026Q3/E1", agent, goal),
            new CheckpointMade("2026Q3/cases/E1/2026-07-19", Subject.Of(agent), day, GoalStatus.OffTrack, NeedsDecision: true),
            new CheckpointEscalated("2026Q3/cases/E1/2026-07-19", Subject.Of(agent), new("M2")),
            new MilestonePassed("2026Q3/cases/E1/2026-07-19", Subject.Of(agent), goal, Reason.Of("milestone.stretch", ("actual", Quantity.Count(5m)), ("stretch", Quantity.Count(4m)))),
            new CheckpointDecided("2026Q3/cases/E1/2026-07-19", Subject.Of(agent), CheckpointAction.Coach, new("wang.min"), day),
            new DecisionCarriedOut("2026Q3/cases/E1/2026-07-19", Subject.Of(agent), new("li.na"), new("wang.min"), day),
            new PolicyHandedOver(new("P1"), agent, new("E2"), day, new("wang.min"), "they know the family"),
            new EvaluationMade("2026Q3/E1", agent, 87.125m),
            new EvaluationMade("2026Q3/E2", new("E2"), Score: null),
            new EvaluationMoved("2026Q3/E1", agent, EvaluationState.Contested, new("wang.min")),
            new QuarterClosed(quarter, 12),
        ];

        await trial.CommitAsync(Changes.None.Raise(events)).ConfigureAwait(false);

        trial.Equal("The events", events, (await trial.EventsAsync().ConfigureAwait(false)).Select(e => e.Event));
    }

    private static async Task AgainAsync(Trial<UseCaseStorage> trial)
    {
        await RaiseAsync(trial, 2).ConfigureAwait(false);

        await ComeAsync(trial, "bus", 1, 2).ConfigureAwait(false);
        await ComeAsync(trial, "bus", 1, 2).ConfigureAwait(false);
    }

    private static async Task MarkedAsync(Trial<UseCaseStorage> trial)
    {
        await RaiseAsync(trial, 3).ConfigureAwait(false);

        await MarkAsync(trial, "bus", 2).ConfigureAwait(false);
        await ComeAsync(trial, "bus", 3).ConfigureAwait(false);

        await MarkAsync(trial, "bus", 3).ConfigureAwait(false);
        await ComeAsync(trial, "bus").ConfigureAwait(false);

        await trial.CommitAsync(Changes.None.Raise([Event(4)])).ConfigureAwait(false);
        await ComeAsync(trial, "bus", 4).ConfigureAwait(false);
    }

    private static async Task LowerMarkAsync(Trial<UseCaseStorage> trial)
    {
        await RaiseAsync(trial, 3).ConfigureAwait(false);
        await MarkAsync(trial, "bus", 2).ConfigureAwait(false);

        await MarkAsync(trial, "bus", 1).ConfigureAwait(false);
        await MarkAsync(trial, "bus", 0).ConfigureAwait(false);

        await ComeAsync(trial, "bus", 3).ConfigureAwait(false);
    }

    private static async Task SubscribersAsync(Trial<UseCaseStorage> trial)
    {
        await RaiseAsync(trial, 2).ConfigureAwait(false);
        await MarkAsync(trial, "bus", 1).ConfigureAwait(false);
        await MarkAsync(trial, "inbox", 2).ConfigureAwait(false);

        await ComeAsync(trial, "bus", 2).ConfigureAwait(false);
        await ComeAsync(trial, "inbox").ConfigureAwait(false);
        await ComeAsync(trial, "new", 1, 2).ConfigureAwait(false);
    }

    private static async Task LettersAsync(Trial<UseCaseStorage> trial)
    {
        await RaiseAsync(trial, 1).ConfigureAwait(false);
        await MarkAsync(trial, "bus", 1).ConfigureAwait(false);

        foreach (var other in (string[])["Bus", "bus ", "büs", "消息", "'", "%"])
        {
            await ComeAsync(trial, other, 1).ConfigureAwait(false);
        }
    }

    private static async Task TakeAsync(Trial<UseCaseStorage> trial)
    {
        await RaiseAsync(trial, 5).ConfigureAwait(false);
        await MarkAsync(trial, "bus", 1).ConfigureAwait(false);

        trial.Equal("Two at most", [2L, 3L], (await trial.EventsAsync(take: 2).ConfigureAwait(false)).Select(e => e.Sequence));
        trial.Equal("None at most", [], (await trial.EventsAsync(take: 0).ConfigureAwait(false)).Select(e => e.Sequence));
        trial.Equal("More than there are", [2L, 3L, 4L, 5L], (await trial.EventsAsync(take: 100).ConfigureAwait(false)).Select(e => e.Sequence));
    }

    private static async Task TenantsAsync(Trial<UseCaseStorage> trial)
    {
        await RaiseAsync(trial, 2).ConfigureAwait(false);
        trial.Equal("The other tenant's events", [], await trial.EventsAsync(trial.Stranger).ConfigureAwait(false));
        await trial.CommitAsync(Changes.None.Raise([Event(7)]), trial.Stranger).ConfigureAwait(false);

        await MarkAsync(trial, "bus", 2).ConfigureAwait(false);

        trial.Equal("The other tenant's events", [new(trial.Stranger.Tenant, 1, Event(7))], await trial.EventsAsync(trial.Stranger).ConfigureAwait(false));
    }

    private static async Task WithoutTenantAsync(Trial<UseCaseStorage> trial)
    {
        await trial.RefusedWithoutTenantAsync("ReadAsync", call => trial.EventsAsync(call)).ConfigureAwait(false);
        await trial.RefusedWithoutTenantAsync("MarkDeliveredAsync", call => trial.Port.Outbox.MarkDeliveredAsync(call, "bus", 1, trial.Cancellation)).ConfigureAwait(false);
    }

    private static async Task CancelledAsync(Trial<UseCaseStorage> trial)
    {
        await RaiseAsync(trial, 1).ConfigureAwait(false);

        await trial.CancelledAsync("ReadAsync", token => trial.Port.Outbox.ReadAsync(trial.Call, "bus", 1, token)).ConfigureAwait(false);
        await trial.CancelledAsync("MarkDeliveredAsync", token => trial.Port.Outbox.MarkDeliveredAsync(trial.Call, "bus", 1, token)).ConfigureAwait(false);

        await ComeAsync(trial, "bus", 1).ConfigureAwait(false);
    }

    private static async Task AtOnceAsync(Trial<UseCaseStorage> trial)
    {
        await RaiseAsync(trial, 7).ConfigureAwait(false);

        await Trial<UseCaseStorage>.AtOnceAsync(6, async n =>
        {
            await MarkAsync(trial, "bus", 6 - n).ConfigureAwait(false);
            return n;
        }).ConfigureAwait(false);

        await ComeAsync(trial, "bus", 7).ConfigureAwait(false);
    }

    private static Task RaiseAsync(Trial<UseCaseStorage> trial, int events) => trial.CommitAsync(Changes.None.Raise(Enumerable.Range(1, events).Select(Event)));

    private static Task MarkAsync(Trial<UseCaseStorage> trial, string subscriber, long sequence) =>
        trial.Port.Outbox.MarkDeliveredAsync(trial.Call, subscriber, sequence, trial.Cancellation);

    private static async Task ComeAsync(Trial<UseCaseStorage> trial, string subscriber, params long[] sequences) => trial.Equal(
        $"The events that come to '{subscriber}'", sequences, (await trial.EventsAsync(subscriber: subscriber).ConfigureAwait(false)).Select(e => e.Sequence));
}
