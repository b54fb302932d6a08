namespace ActivityMgmt.Domain.Tests;

public class EventDeliveryTests
{
    private static readonly CallContext Call = new(new("tenant"), CallContext.SystemActor);

    [Fact]
    public async Task More_events_than_one_batch_arrive_in_order_and_once()
    {
        var (outbox, counting) = (await WithEvents(250), new Counting("a"));
        var delivery = new EventDelivery(outbox, [counting]);

        Assert.Empty(await delivery.DeliverAsync(Call, CancellationToken.None));
        Assert.Empty(await delivery.DeliverAsync(Call, CancellationToken.None));

        Assert.Equal(Enumerable.Range(1, 250).Select(n => (long)n), counting.Seen);
    }

    [Fact]
    public async Task A_failure_is_told_with_its_event_and_what_came_before_does_not_come_again()
    {
        var (outbox, failing) = (await WithEvents(5), new Counting("a") { FailsOn = 3 });
        var delivery = new EventDelivery(outbox, [failing]);

        var failure = Assert.Single(await delivery.DeliverAsync(Call, CancellationToken.None));
        failing.FailsOn = null;
        await delivery.DeliverAsync(Call, CancellationToken.None);

        Assert.Equal(("a", 3L, "not this one"), (failure.Subscriber, failure.Event.Sequence, failure.Exception.Message));
        Assert.Equal([1, 2, 3, 4, 5], failing.Seen);
    }

    [Fact]
    public async Task A_cancelled_delivery_keeps_what_was_delivered()
    {
        using var stop = new CancellationTokenSource();
        var (outbox, stopping) = (await WithEvents(5), new Counting("a") { StopsOn = 2, Stop = stop });
        var delivery = new EventDelivery(outbox, [stopping]);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => delivery.DeliverAsync(Call, stop.Token));
        await delivery.DeliverAsync(Call, CancellationToken.None);

        Assert.Equal([1, 2, 3, 4, 5], stopping.Seen);
    }

    [Fact]
    public void Two_subscribers_of_one_name_are_refused() =>
        Assert.Throws<InvalidOperationException>(() => new EventDelivery(new InMemoryEdge(), [new Counting("a"), new Counting("a")]));

    private static async Task<InMemoryEdge> WithEvents(int count)
    {
        var edge = new InMemoryEdge();
        await edge.CommitAsync(Call, Changes.None.Raise(Enumerable.Range(0, count).Select(n => new QuarterOpened(new(2026, 3), n))), CancellationToken.None);
        return edge;
    }

    private sealed class Counting(string name) : IDomainEventSubscriber
    {
        public string Name => name;

        public long? FailsOn { get; set; }

        public long? StopsOn { get; init; }

        public CancellationTokenSource? Stop { get; init; }

        public List<long> Seen { get; } = [];

        public Task HandleAsync(StoredEvent happened, CancellationToken cancellation)
        {
            cancellation.ThrowIfCancellationRequested();
            if (happened.Sequence == FailsOn)
            {
                throw new InvalidOperationException("not this one");
            }

            Seen.Add(happened.Sequence);
            if (happened.Sequence == StopsOn)
            {
                Stop!.Cancel();
            }

            return Task.CompletedTask;
        }
    }
}
