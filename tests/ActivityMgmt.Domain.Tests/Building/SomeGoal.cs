using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

/// <summary>A goal with sensible defaults: agent A1, 100 cases in the third quarter of 2026, active.</summary>
internal static class SomeGoal
{
    public static readonly ActorId Manager = new("manager");

    public static Goal Of(
        decimal target = 100m, GoalState state = GoalState.Active, Direction direction = Direction.HigherIsBetter, string measure = "cases", Unit? unit = null, string agent = "A1") => new()
    {
        Id = Cascade.IdOf(Q3, new(measure), Agent(agent)),
        Partition = Q3.ToString(),
        Measure = new(measure),
        Subject = Agent(agent),
        Period = Q3.Interval,
        Direction = direction,
        State = state,
        Revisions = [new(Quantity.Of(target, unit ?? Unit.Count), Day("2026-07-01"), Manager, Reason.Of("stated.first"))],
    };
}
