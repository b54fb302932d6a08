namespace ActivityMgmt.Testing.Tests;

/// <summary>A goal as a host's own aggregate in a repository's checks; the remark is its reason.</summary>
internal static class SomeGoal
{
    public static ConformanceSuite<IRepository<Goal>> Suite { get; } = RepositoryConformance.Of<Goal>(
        Of,
        (one, other) => GoalRecord.Of(one) == GoalRecord.Of(other) && one.Revisions.SequenceEqual(other.Revisions));

    public static Goal Of(string key, string partition, string remark) => new()
    {
        Id = new(key),
        Partition = partition,
        Measure = new("cases"),
        Subject = Subject.Of(new AgentId("A1")),
        Period = new(new(2026, 7, 1), new(2026, 9, 30)),
        State = GoalState.Active,
        Revisions = [new(Quantity.Count(100m), new(2026, 7, 1), new("manager"), Reason.Of("stated", ("remark", remark)))],
    };
}
