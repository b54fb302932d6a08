namespace ActivityMgmt.Domain;

/// <summary>The usual roles. A host that wants others makes its own <see cref="AccessRole"/>.</summary>
public static class AccessRoles
{
    private static readonly DataKind[] Results = [DataKind.Goals, DataKind.Plans, DataKind.Checkpoints, DataKind.Evaluations, DataKind.Activities];
    private static readonly AccessAction[] See = [AccessAction.See];
    private static readonly AccessAction[] SeeAndDecide = [AccessAction.See, AccessAction.Decide];

    /// <summary>Sees everything of their own agent but the audit trail; records their own activities, decides on their own plans, and proposes and answers their own goals.</summary>
    public static AccessRole Agent { get; } = new()
    {
        Id = "agent",
        Rights =
        [
            new() { Reach = AccessReach.Own, Actions = See, Data = [.. Results, DataKind.Customers, DataKind.Pay] },
            new() { Reach = AccessReach.Own, Actions = [AccessAction.Decide], Data = [DataKind.Plans, DataKind.Activities] },
            new() { Reach = AccessReach.Own, Actions = [AccessAction.Propose], Data = [DataKind.Goals] },
        ],
    };

    /// <summary>Sees their own evaluations, so that they can contest one after they left; does nothing else.</summary>
    public static AccessRole FormerAgent { get; } = new()
    {
        Id = "former-agent",
        Rights = [new() { Reach = AccessReach.Own, Actions = See, Data = [DataKind.Evaluations] }],
    };

    /// <summary>Sees goals, plans, checkpoints, evaluations and activities of their teams and decides on them, but not on those of their own agent; neither pay nor customers.</summary>
    public static AccessRole TeamLeader { get; } = new()
    {
        Id = "team-leader",
        Rights = [new() { Reach = AccessReach.Teams, Actions = SeeAndDecide, Data = Results }],
    };

    /// <summary>Sees and decides everything but the audit trail, which is seen only.</summary>
    public static AccessRole BranchManager { get; } = new()
    {
        Id = "branch-manager",
        Rights =
        [
            new() { Reach = AccessReach.Everything, Actions = SeeAndDecide, Data = [.. Results, DataKind.Customers, DataKind.Pay, DataKind.Organisation] },
            new() { Reach = AccessReach.Everything, Actions = See, Data = [DataKind.Audit] },
        ],
    };

    /// <summary>Sees goals, plans, checkpoints, evaluations and activities of everybody; decides nothing.</summary>
    public static AccessRole Analyst { get; } = new()
    {
        Id = "analyst",
        Rights = [new() { Reach = AccessReach.Everything, Actions = See, Data = Results }],
    };

    /// <summary>Unattended work: sees and decides everything.</summary>
    public static AccessRole System { get; } = new()
    {
        Id = "system",
        Rights = [new() { Reach = AccessReach.Everything, Actions = SeeAndDecide, Data = Enum.GetValues<DataKind>() }],
    };
}
