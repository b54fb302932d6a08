using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

/// <summary>A checkpoint with sensible defaults: agent A1's hundred cases on 12 July, behind, with one proposal.</summary>
internal static class SomeCheckpoint
{
    public static Checkpoint Of(string asOf = "2026-07-12", GoalStatus status = GoalStatus.Behind, CheckpointDecision? decision = null) => new()
    {
        Partition = "2026Q3",
        Subject = Subject.Of(new AgentId("A1")),
        Team = new("T1"),
        Goal = SomeGoal.Of().Id,
        Measure = new("cases"),
        AsOf = Day(asOf),
        KnownAt = null,
        Target = Quantity.Count(100m),
        Expected = Quantity.Count(20m),
        Actual = new Reading.Measured(Quantity.Count(10m), Evidence.None),
        Forecast = new Forecast.Absent(Reason.Of("stated.nothing")),
        Status = status,
        NeededPerDay = null,
        Progress = [],
        Cause = null,
        Proposals = [Reason.Of("proposal.talk-it-over")],
        FollowUps = [],
        Decision = decision,
    };

    public static CheckpointDecision Decision(CheckpointAction action = CheckpointAction.Coach, string on = "2026-07-13", string due = "2026-07-20") =>
        new(action, SomeGoal.Manager, Day(on), "go along on three visits", Day(due));
}
