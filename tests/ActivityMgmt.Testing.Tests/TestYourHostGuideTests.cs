using Microsoft.Extensions.DependencyInjection;

namespace ActivityMgmt.Testing.Tests;

/// <summary>The code of docs/how-to/test-your-host.md.</summary>
public class TestYourHostGuideTests
{
    [Fact]
    public async Task The_guide_runs()
    {
        var cancellation = CancellationToken.None;

        // docs:start host
        await using var services = new ServiceCollection()
            .AddActivityManagement(activity => activity.UseInMemory().UseAccess(AccessPolicies.CheckedByHost))
            .BuildServiceProvider();
        var call = new CallContext(new TenantId("branch-1"), new ActorId("test"));

        await services.GetRequiredService<FactRecording>().RecordAsync(
            call,
            TestDeliveries.On(
                new LocalDate(2026, 7, 1),
                TestFacts.Joined("E1001"),
                TestFacts.Assigned("E1001", team: "T1", rank: "A2"),
                TestFacts.Did("E1001", "interview", outcome: "missed") with { Minutes = 5 }),
            cancellation).OrThrow();

        var book = await services.GetRequiredService<IFactStore>().ReadAsync(call, asKnownAt: null, cancellation);
        // docs:end host

        Assert.Equal(3, book.All.Count);

        // docs:start stated
        var kpis = new StatedKpis(facts => new StatedReadings(facts)
            .Knows("cases", Unit.Count)
            .Says("cases", Subject.Of(new AgentId("E1001")), new Quarter(2026, 3).Interval, value: 5m));
        // docs:end stated

        var readings = kpis.Open(book, new() { Kind = DocumentKinds.Kpis, Id = "kpis", Version = 1, EffectiveFrom = new(2026, 7, 1), Text = "{}" }, Calendars.Default);
        var reading = Assert.IsType<Reading.Measured>(readings.Read(new("cases"), Subject.Of(new AgentId("E1001")), new Quarter(2026, 3).Interval));
        Assert.Equal((5m, "stated"), (reading.Value.ToDecimal(), reading.Evidence.Counts.Single().Key));
    }

    [Fact]
    public Task The_guides_repository_conforms() => Task.WhenAll(Goals.Suite.Checks.Select(c => c.RunAsync(new InMemoryRepository<Goal>())));

    private sealed class MyFactStore : IFactStore
    {
        private readonly InMemoryFactStore _facts = new();

        public Task<IntakeResult> AppendAsync(CallContext call, FactDelivery delivery, Func<IntakeResult, Changes> follows, CancellationToken cancellation) =>
            _facts.AppendAsync(call, delivery, follows, cancellation);

        public Task<long> SequenceAsync(CallContext call, CancellationToken cancellation) => _facts.SequenceAsync(call, cancellation);

        public Task<FactBook> ReadAsync(CallContext call, long? asKnownAt, CancellationToken cancellation) => _facts.ReadAsync(call, asKnownAt, cancellation);

        public Task<IReadOnlyList<DeliveryRecord>> DeliveriesAsync(CallContext call, CancellationToken cancellation) => _facts.DeliveriesAsync(call, cancellation);
    }

    // docs:start conformance
    public class MyFactStoreTests
    {
        public static TheoryData<string> Checks => [.. FactStoreConformance.Suite.Names];

        [Theory, MemberData(nameof(Checks))]
        public Task Keeps_the_ports_promise(string check) => FactStoreConformance.Suite.RunAsync(check, new MyFactStore());
    }
    // docs:end conformance

    private static class Goals
    {
        // docs:start aggregate
        public static readonly ConformanceSuite<IRepository<Goal>> Suite = RepositoryConformance.Of<Goal>(
            make: (key, partition, remark) => new()
            {
                Id = new(key),
                Partition = partition,
                Measure = new("cases"),
                Subject = Subject.Of(new AgentId("E1001")),
                Period = new(new(2026, 7, 1), new(2026, 9, 30)),
                State = GoalState.Draft,
                Revisions = [new(Quantity.Count(5m), new(2026, 7, 1), new("manager"), Reason.Of("test", ("remark", remark)))],
            },
            same: (one, other) => GoalRecord.Of(one) == GoalRecord.Of(other) && one.Revisions.SequenceEqual(other.Revisions));
        // docs:end aggregate
    }
}
