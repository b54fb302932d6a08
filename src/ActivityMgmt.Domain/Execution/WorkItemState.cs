namespace ActivityMgmt.Domain;

/// <summary>Where a piece of work stands: planned → started → done, missed or cancelled; what was missed can be planned anew.</summary>
public enum WorkItemState
{
    /// <summary>Nobody planned it, as far as the facts say. Where unplanned work begins.</summary>
    Unplanned,

    /// <summary>Planned, perhaps moved since.</summary>
    Planned,

    /// <summary>Begun; what came of it is not reported yet.</summary>
    Started,

    /// <summary>Done, with or without success.</summary>
    Done,

    /// <summary>The other side didn't come (爽约), or the agent didn't; moved to another time, it is planned again.</summary>
    Missed,

    /// <summary>Called off.</summary>
    Cancelled,
}

/// <summary>What can happen to a piece of work.</summary>
public enum WorkItemEvent
{
    /// <summary>It was planned.</summary>
    Plan,

    /// <summary>It was moved to another time.</summary>
    Reschedule,

    /// <summary>It was begun.</summary>
    Start,

    /// <summary>It was done, with or without success.</summary>
    Finish,

    /// <summary>It was missed.</summary>
    Miss,

    /// <summary>It was called off.</summary>
    Cancel,
}
