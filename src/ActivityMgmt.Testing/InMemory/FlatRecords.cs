namespace ActivityMgmt.Testing;

/// <summary>Which aggregates have flat records, and which.</summary>
internal static class FlatRecords
{
    private static readonly Type[] Kept = [typeof(GoalRecord), typeof(PlanRecord), typeof(CheckpointRecord), typeof(EvaluationRecord), typeof(WeekRecord), typeof(AuditRecord)];

    /// <summary>The flat record of an aggregate; <see langword="null"/> for one that has none.</summary>
    public static IQueryRecord? Of(IAggregate aggregate) => aggregate switch
    {
        Goal goal => GoalRecord.Of(goal),
        ActivityPlan plan => PlanRecord.Of(plan),
        Checkpoint checkpoint => CheckpointRecord.Of(checkpoint),
        Evaluation evaluation => EvaluationRecord.Of(evaluation),
        WeekPlan week => WeekRecord.Of(week),
        _ => null,
    };

    public static bool AreKept(Type record) => Kept.Contains(record);
}
