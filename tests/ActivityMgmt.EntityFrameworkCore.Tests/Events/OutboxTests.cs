using System.Reflection;

namespace ActivityMgmt.EntityFrameworkCore.Tests;

public class OutboxTests
{
    private static readonly DomainEvent[] OneOfEach =
    [
        new FactsRecorded("crm-2026-07-19", "crm", After: 3, UpTo: 9, By: new("import")),
        new OrganisationChanged("17", "hr", After: 9, UpTo: 11, By: new("wang.min")),
        new QuarterOpened(new(2026, 3), 12),
        new GoalProposed(new("G1"), Subject.Of(new AgentId("A1")), Quantity.Ratio(1m, 3m)),
        new GoalAgreed(new("G1"), Subject.Of(new TeamId("二组")), Quantity.Of(Money.Of(10.50m, "CNY"))),
        new GoalAdjusted(new("G1"), Subject.Branch("B1"), Quantity.Count(3m), Reason.Of("goal.moved-team", ("date", new LocalDate(2026, 8, 1)))),
        new GoalMoved(new("G1"), Subject.Of(new AgentId("A1")), GoalState.Rejected),
        new PlanMade("2026Q3/A1", new("A1"), new("G1")),
        new ActivityCalledOff("2026-W30/A1", new("A1"), new("P1"), new("manager"), Reason.Of("stated.reason", ("date", new LocalDate(2026, 7, 20)))),
        new PlausibilityNoticed("plausibility.overlap:Activity:crm/V1-Activity:crm/V2", new("A1"), "plausibility.overlap", new(2026, 7, 22)),
        new PlausibilityAnswered("plausibility.overlap:Activity:crm/V1-Activity:crm/V2", new("A1"), new(2026, 7, 23)),
        new PlausibilityCorrected("plausibility.overlap:Activity:crm/V1-Activity:crm/V2", new("A1"), new(2026, 7, 24)),
        new CheckpointMade("G1@2026-07-12", Subject.Of(new AgentId("A1")), new(2026, 7, 12), GoalStatus.OffTrack, true),
        new CheckpointEscalated("G1@2026-07-12", Subject.Of(new AgentId("A1")), new("M2")),
        new MilestonePassed("G1@2026-07-12", Subject.Of(new AgentId("A1")), new("G1"), Reason.Of("milestone.share", ("share", Quantity.Ratio(1m, 2m)))),
        new CheckpointDecided("G1@2026-07-12", Subject.Of(new TeamId("T1")), CheckpointAction.Coach, new("manager"), new(2026, 7, 20)),
        new DecisionCarriedOut("G1@2026-07-12", Subject.Of(new TeamId("T1")), new("L1"), new("manager"), new(2026, 7, 22)),
        new PolicyHandedOver(new("P1"), new("A1"), new("A2"), new(2026, 8, 1), new("manager"), "they know the family"),
        new EvaluationMade("2026Q3/A1", new("A1"), null),
        new EvaluationMoved("2026Q3/A1", new("A1"), EvaluationState.Contested, new("A1")),
        new QuarterClosed(new(2026, 3), 12),
        new StatementIssued("2026Q3/A1", new("A1"), new(2026, 3), Money.Of(-10.50m, "CNY")),
        new TitleAwarded("2026Q3/quarter-star/A1", new("A1"), "quarter-star", false),
        new SupportOffered("2026Q3/first-steps/A1", new("A1"), "first-steps"),
        new RankProposed("2026Q3/A1", new("A1"), "A2", null, true),
        new RankDecided("2026Q3/A1", new("A1"), true, new("manager")),
        new OpeningBalanceTakenOver("opening-balances/A1", new("A1"), new(2026, 10, 1), new("manager")),
    ];

    [Fact]
    public void There_is_an_example_of_every_event() =>
        Assert.Equal(
            typeof(DomainEvent).Assembly.GetExportedTypes().Where(t => t.IsSubclassOf(typeof(DomainEvent))).Select(t => t.Name).Order(),
            OneOfEach.Select(e => ((MemberInfo)e.GetType()).Name).Order());

    [Fact]
    public async Task Every_event_comes_back_as_it_was_in_order()
    {
        using var database = await WithEvents(OneOfEach);

        var read = await Read(database, "inbox", 100);

        Assert.Equal(OneOfEach.Select((e, n) => new StoredEvent(Some.Call.Tenant, n + 1, e)), read);
        Assert.Equal("branch-1/1", read[0].Id);
    }

    [Fact]
    public async Task What_is_marked_does_not_come_again_and_what_is_not_does()
    {
        using var database = await WithEvents(OneOfEach);

        Assert.Equal([1, 2], (await Read(database, "inbox", 2)).Select(e => e.Sequence));
        Assert.Equal([1, 2], (await Read(database, "inbox", 2)).Select(e => e.Sequence));
        await database.Get<IOutbox>().MarkDeliveredAsync(Some.Call, "inbox", 2, CancellationToken.None);
        Assert.Equal([3, 4], (await Read(database, "inbox", 2)).Select(e => e.Sequence));
        await database.Get<IOutbox>().MarkDeliveredAsync(Some.Call, "inbox", 1, CancellationToken.None); // late; never back
        Assert.Equal([3], (await Read(database, "inbox", 1)).Select(e => e.Sequence));
    }

    [Fact]
    public async Task Every_subscriber_and_tenant_has_its_own_place()
    {
        using var database = await WithEvents(OneOfEach);

        await database.Get<IOutbox>().MarkDeliveredAsync(Some.Call, "inbox", OneOfEach.Length, CancellationToken.None);

        Assert.Empty(await Read(database, "inbox", 100));
        Assert.Equal(OneOfEach.Length, (await Read(database, "message-bus", 100)).Count);
        Assert.Empty(await database.Get<IOutbox>().ReadAsync(Some.OtherTenant, "message-bus", 100, CancellationToken.None));
    }

    private static Task<IReadOnlyList<StoredEvent>> Read(TemporaryDatabase database, string subscriber, int take) =>
        database.Get<IOutbox>().ReadAsync(Some.Call, subscriber, take, CancellationToken.None);

    private static async Task<TemporaryDatabase> WithEvents(DomainEvent[] events)
    {
        var database = await TemporaryDatabase.CreateAsync();
        await database.Get<IUnitOfWork>().CommitAsync(Some.Call, Changes.None.Raise(events), CancellationToken.None);
        return database;
    }
}
