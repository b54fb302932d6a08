namespace ActivityMgmt.Domain;

/// <summary>A change of an agreed target, before somebody approves it.</summary>
public sealed record GoalAdjustment
{
    /// <summary>Why the target changes.</summary>
    public required AdjustmentKind Kind { get; init; }

    /// <summary>The target from now on, in the measure's unit.</summary>
    public required Quantity Target { get; init; }

    /// <summary>Who asked for it, such as the agent. Whoever calls <see cref="GoalSetting.AdjustAsync(CallContext, GoalId, GoalAdjustment, CancellationToken)"/> approves it, in their own name.</summary>
    public required ActorId By { get; init; }

    /// <summary>The day from which it counts for <see cref="Goal.TargetOn"/>. <see cref="Goal.Target"/> is what was settled last, also while this day lies ahead.</summary>
    public required LocalDate On { get; init; }

    /// <summary>Why, with the numbers.</summary>
    public required Reason Reason { get; init; }

    /// <summary>The key of the checkpoint at which it was decided; <see langword="null"/> when at none.</summary>
    public string? Checkpoint { get; init; }
}
