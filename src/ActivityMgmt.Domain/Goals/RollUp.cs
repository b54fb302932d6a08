namespace ActivityMgmt.Domain;

/// <summary>One part of a goal.</summary>
/// <param name="Goal">The part.</param>
/// <param name="Target">Its target.</param>
/// <param name="Actual">What was reached.</param>
public sealed record GoalPart(GoalId Goal, Quantity Target, Reading Actual);

/// <summary>A goal beside the sum of its parts; every difference has a name.</summary>
public sealed record RollUp
{
    /// <summary>The goal.</summary>
    public required GoalId Goal { get; init; }

    /// <summary>The goal's own target.</summary>
    public required Quantity Target { get; init; }

    /// <summary>What the goal itself reads.</summary>
    public required Reading Actual { get; init; }

    /// <summary>The goals that name it as their parent, in the order of their ids; rejected and withdrawn ones are left out.</summary>
    public required IReadOnlyList<GoalPart> Parts { get; init; }

    /// <summary>The sum of the parts' targets.</summary>
    public required Quantity TargetOfParts { get; init; }

    /// <summary>The sum of what the parts read; <see langword="null"/> when a part has no data, or the measure doesn't add up.</summary>
    public required Quantity? ActualOfParts { get; init; }

    /// <summary>What the goal holds beyond its parts: more than zero stays with the leader, less is handed down on top.</summary>
    public Quantity LeftAtTheTop => Target - TargetOfParts;

    /// <summary>Why goal and parts differ, and what can't be added up; empty when they agree.</summary>
    public required IReadOnlyList<Finding> Differences { get; init; }

    /// <summary>Rolls a goal up from its direct parts.</summary>
    /// <param name="goal">The goal.</param>
    /// <param name="goals">All goals of the quarter.</param>
    /// <param name="readings">What is known.</param>
    public static RollUp Of(Goal goal, IReadOnlyList<Goal> goals, IReadings readings)
    {
        Guard.Against.Null(goal);
        Guard.Against.Null(goals);
        Guard.Against.Null(readings);
        var parts = goals
            .Where(g => g.Parent == goal.Id && !g.IsDropped)
            .OrderBy(g => g.Id.Value, StringComparer.Ordinal)
            .Select(g => new GoalPart(g.Id, g.Target, GoalReadings.Of(g, readings)))
            .ToArray();
        var zero = Quantity.Of(0m, goal.Target.Unit);
        var adds = goal.Source == GoalSource.Manual || readings.Measures.FirstOrDefault(m => m.Id == goal.Measure) is not { IsAdditive: false };
        var measured = parts.Select(p => p.Actual).OfType<Reading.Measured>().ToArray();
        var (target, own) = (parts.Aggregate(zero, (sum, p) => sum + p.Target), GoalReadings.Of(goal, readings));
        var actual = adds && measured.Length == parts.Length && parts.Length > 0 ? measured.Aggregate(zero, (sum, m) => sum + m.Value) : (Quantity?)null;
        return new()
        {
            Goal = goal.Id,
            Target = goal.Target,
            Actual = own,
            Parts = parts,
            TargetOfParts = target,
            ActualOfParts = actual,
            Differences = parts.Length == 0 ? [] : [.. Between(goal, target, own, actual, adds, parts.Length - measured.Length)],
        };
    }

    private static IEnumerable<Finding> Between(Goal goal, Quantity target, Reading own, Quantity? actual, bool adds, int silent)
    {
        if (goal.Target > target)
        {
            yield return new(Severity.Info, Reason.Of("goal.left-at-leader", ("goal", goal.Id.Value), ("amount", goal.Target - target)));
        }
        else if (goal.Target < target)
        {
            yield return new(Severity.Info, Reason.Of("goal.handed-down-on-top", ("goal", goal.Id.Value), ("amount", target - goal.Target)));
        }

        if (!adds)
        {
            yield return new(Severity.Info, Reason.Of("goal.parts-do-not-add-up", ("measure", goal.Measure)));
        }
        else if (silent > 0)
        {
            yield return new(Severity.Info, Reason.Of("goal.parts-without-data", ("goal", goal.Id.Value), ("parts", silent)));
        }
        else if (own is Reading.Measured { Value: var value } && actual is { } sum && value != sum)
        {
            // Whoever has no goal of their own, such as a joiner or somebody who was in the team for a while, counts here and in no part.
            yield return new(Severity.Info, Reason.Of("goal.actual-outside-parts", ("goal", goal.Id.Value), ("actual", value), ("parts", sum)));
        }
    }
}
