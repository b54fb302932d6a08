namespace ActivityMgmt.Domain;

/// <summary>Only an event to which somebody was invited, or came, can be shown.</summary>
/// <param name="Event">The id that names none.</param>
public sealed record OnlyAGroupEventWithGuestsIsShownRule(GroupEventId Event) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("execution.group-event-unknown", ("event", Event.Value));
}
