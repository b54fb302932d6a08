namespace ActivityMgmt.Domain;

/// <summary>What an event of a policy does, and when it is allowed.</summary>
/// <param name="Event">The event.</param>
/// <param name="From">The states of cover in which it may happen.</param>
/// <param name="To">The state it leads to; <see langword="null"/> when it leaves cover as it is and sets a mark.</param>
public sealed record PolicyTransition(PolicyEventKind Event, IReadOnlyList<CoverState> From, CoverState? To);
