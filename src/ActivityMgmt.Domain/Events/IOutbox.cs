namespace ActivityMgmt.Domain;

/// <summary>Reads what happened, in order, for any number of subscribers, each with a position of its own. At least once: what isn't marked comes again.</summary>
/// <remarks>A subscriber is a name, such as <c>inbox</c> or <c>message-bus</c>; a new one begins with the first event.</remarks>
public interface IOutbox
{
    /// <summary>The events that a subscriber hasn't been delivered yet, in order of their sequence.</summary>
    /// <param name="call">The tenant.</param>
    /// <param name="subscriber">The subscriber.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancellation">Stops the call.</param>
    Task<IReadOnlyList<StoredEvent>> ReadAsync(CallContext call, string subscriber, int take, CancellationToken cancellation);

    /// <summary>Marks everything up to a sequence as delivered to a subscriber. A lower sequence than the one marked before changes nothing.</summary>
    Task MarkDeliveredAsync(CallContext call, string subscriber, long sequence, CancellationToken cancellation);
}
