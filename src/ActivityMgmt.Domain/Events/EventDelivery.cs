namespace ActivityMgmt.Domain;

/// <summary>Hands committed events to the subscribers of this process. Use cases call it after each commit; a host calls it at its start, and now and then, for what failed.</summary>
/// <remarks>
/// Each subscriber has its own position: one that fails holds up nobody else, and sees the same event again at the next delivery, so that it never sees a later one first. Two deliveries at the same
/// time may hand over the same event twice.
/// </remarks>
public sealed class EventDelivery
{
    private const int Batch = 100;

    private readonly IOutbox _outbox;
    private readonly IDomainEventSubscriber[] _subscribers;

    /// <summary>Delivers from an outbox to subscribers.</summary>
    /// <exception cref="InvalidOperationException">Two subscribers have the same name.</exception>
    public EventDelivery(IOutbox outbox, IEnumerable<IDomainEventSubscriber> subscribers)
    {
        _outbox = outbox;
        _subscribers = [.. subscribers];
        if (_subscribers.GroupBy(h => h.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw new InvalidOperationException($"{string.Join(" and ", twice.Select(h => h.GetType()))} are both named '{twice.Key}'; give each subscriber a name of its own.");
        }
    }

    /// <summary>Delivers what is undelivered in the call's tenant.</summary>
    /// <returns>The subscribers that failed, each with its event; empty when all went well.</returns>
    public async Task<IReadOnlyList<FailedDelivery>> DeliverAsync(CallContext call, CancellationToken cancellation)
    {
        Guard.Against.Null(call);
        var failed = new List<FailedDelivery>();
        foreach (var subscriber in _subscribers)
        {
            if (await DeliverAsync(call, subscriber, cancellation).ConfigureAwait(false) is { } failure)
            {
                failed.Add(failure);
            }
        }

        return failed;
    }

    private async Task<FailedDelivery?> DeliverAsync(CallContext call, IDomainEventSubscriber subscriber, CancellationToken cancellation)
    {
        while (true)
        {
            var events = await _outbox.ReadAsync(call, subscriber.Name, Batch, cancellation).ConfigureAwait(false);
            var (delivered, failure) = await HandleAsync(subscriber, events, cancellation).ConfigureAwait(false);
            if (delivered > 0)
            {
                await _outbox.MarkDeliveredAsync(call, subscriber.Name, delivered, CancellationToken.None).ConfigureAwait(false);
            }

            cancellation.ThrowIfCancellationRequested();
            if (failure is not null || events.Count < Batch)
            {
                return failure;
            }
        }
    }

    private static async Task<(long Delivered, FailedDelivery? Failure)> HandleAsync(
        IDomainEventSubscriber subscriber, IReadOnlyList<StoredEvent> events, CancellationToken cancellation)
    {
        var delivered = 0L;
        foreach (var happened in events)
        {
            try
            {
                await subscriber.HandleAsync(happened, cancellation).ConfigureAwait(false);
                delivered = happened.Sequence;
            }
#pragma warning disable CA1031 // Whatever a host's subscriber throws must not reach the others; it is returned.
            catch (Exception e)
#pragma warning restore CA1031
            {
                return (delivered, new(subscriber.Name, happened, e));
            }
        }

        return (delivered, null);
    }
}

/// <summary>A subscriber that failed, and on what.</summary>
/// <param name="Subscriber">The subscriber's name.</param>
/// <param name="Event">The event that comes again.</param>
/// <param name="Exception">What it threw.</param>
public sealed record FailedDelivery(string Subscriber, StoredEvent Event, Exception Exception);
