namespace ActivityMgmt.Domain;

public static partial class LifeCycles
{
    /// <summary>A piece of work's: unplanned or planned, perhaps moved and started, then done or cancelled for good, or missed and perhaps moved to another time. Its steps are the <see cref="WorkItemEvent"/>s in lower case.</summary>
    public static LifeCycle<WorkItemState> WorkItem { get; } = new(
        "work-item",
        [WorkItemState.Unplanned],
        new(WorkItemState.Unplanned, "plan", WorkItemState.Planned),
        new(WorkItemState.Unplanned, "finish", WorkItemState.Done),
        new(WorkItemState.Unplanned, "miss", WorkItemState.Missed),
        new(WorkItemState.Unplanned, "cancel", WorkItemState.Cancelled),
        new(WorkItemState.Planned, "reschedule", WorkItemState.Planned),
        new(WorkItemState.Planned, "start", WorkItemState.Started),
        new(WorkItemState.Planned, "finish", WorkItemState.Done),
        new(WorkItemState.Planned, "miss", WorkItemState.Missed),
        new(WorkItemState.Planned, "cancel", WorkItemState.Cancelled),
        new(WorkItemState.Started, "finish", WorkItemState.Done),
        new(WorkItemState.Started, "miss", WorkItemState.Missed),
        new(WorkItemState.Missed, "reschedule", WorkItemState.Planned));
}
