namespace ActivityMgmt.Testing;

/// <summary>The ports with which use cases store what they change, and where it is found afterwards; all over the same storage.</summary>
public sealed record UseCaseStorage
{
    /// <summary>Stores everything of a use case.</summary>
    public required IUnitOfWork UnitOfWork { get; init; }

    /// <summary>Stores facts with what follows from them.</summary>
    public required IFactStore Facts { get; init; }

    /// <summary>Takes audit entries without a change.</summary>
    public required IAuditTrail AuditTrail { get; init; }

    /// <summary>Gives the events.</summary>
    public required IOutbox Outbox { get; init; }

    /// <summary>Gives goals, and stores them without a use case.</summary>
    public required IRepository<Goal> Goals { get; init; }

    /// <summary>Gives plans.</summary>
    public required IRepository<ActivityPlan> Plans { get; init; }

    /// <summary>Gives the flat records of goals.</summary>
    public required IQueries<GoalRecord> GoalRecords { get; init; }

    /// <summary>Gives the audit trail.</summary>
    public required IQueries<AuditRecord> AuditRecords { get; init; }
}
