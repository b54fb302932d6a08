namespace ActivityMgmt.Domain;

/// <summary>Gets events in the host's process after they were committed, in order, at least once.</summary>
public interface IDomainEventSubscriber
{
    /// <summary>The subscriber's name as a subscriber of the outbox; renaming it begins anew.</summary>
    string Name { get; }

    /// <summary>Handles an event. What it throws leaves the event, and those after it, to the next delivery; other subscribers and the use case go on.</summary>
    Task HandleAsync(StoredEvent happened, CancellationToken cancellation);
}
