using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

/// <summary>A goal with sensible defaults: agent A1, 100 cases in the third quarter of 2026, active.</summary>
internal static class SomeGoal
{
    public static readonly ActorId Manager = new("manager");

    /// <summary>The manager, who is no agent.</summary>
    public static readonly Actor ByManager = new(Manager, Agent: null);

    public static GoalAdjustment To(decimal target, string on, Reason? reason = null, AdjustmentKind kind = AdjustmentKind.Correction, Unit? unit = null) => new()
    {
        Kind = kind,
        Target = Quantity.Of(target, unit ?? Unit.Count),
        By = Manager,
        On = Day(on),
        Reason = reason ?? Reason.Of("stated.change"),
    };

    public static Goal AdjustedTo(this Goal goal, decimal target, string on, Reason? reason = null) => goal.Adjust(To(target, on, reason), ByManager);

    public static Reading Read(decimal value, Unit? unit = null) => new Reading.Measured(Quantity.Of(value, unit ?? Unit.Count), Evidence.None);

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
