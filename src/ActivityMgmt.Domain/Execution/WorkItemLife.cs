namespace ActivityMgmt.Domain;

/// <summary>The life cycle of a piece of work.</summary>
public static class WorkItemLife
{
    private static readonly Dictionary<(WorkItemState, WorkItemEvent), WorkItemState> Moves = new()
    {
        [(WorkItemState.Unplanned, WorkItemEvent.Plan)] = WorkItemState.Planned,
        [(WorkItemState.Unplanned, WorkItemEvent.Finish)] = WorkItemState.Done,
        [(WorkItemState.Unplanned, WorkItemEvent.Miss)] = WorkItemState.Missed,
        [(WorkItemState.Unplanned, WorkItemEvent.Cancel)] = WorkItemState.Cancelled,
        [(WorkItemState.Planned, WorkItemEvent.Reschedule)] = WorkItemState.Planned,
        [(WorkItemState.Planned, WorkItemEvent.Start)] = WorkItemState.Started,
        [(WorkItemState.Planned, WorkItemEvent.Finish)] = WorkItemState.Done,
        [(WorkItemState.Planned, WorkItemEvent.Miss)] = WorkItemState.Missed,
        [(WorkItemState.Planned, WorkItemEvent.Cancel)] = WorkItemState.Cancelled,
        [(WorkItemState.Started, WorkItemEvent.Finish)] = WorkItemState.Done,
        [(WorkItemState.Started, WorkItemEvent.Miss)] = WorkItemState.Missed,
    };

    /// <summary>The state after an event; <see langword="null"/> when the state doesn't list it.</summary>
    public static WorkItemState? Next(WorkItemState state, WorkItemEvent what) => Moves.TryGetValue((state, what), out var next) ? next : null;
}
