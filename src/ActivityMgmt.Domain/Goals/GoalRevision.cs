namespace ActivityMgmt.Domain;

/// <summary>One version of a goal's target; every version is kept.</summary>
/// <param name="Target">The target from this version on, in the measure's unit.</param>
/// <param name="On">The day it was settled.</param>
/// <param name="By">Who settled it, or, for an adjustment, who asked for it.</param>
/// <param name="Reason">Why.</param>
public sealed record GoalRevision(Quantity Target, LocalDate On, ActorId By, Reason Reason)
{
    /// <summary>Why an agreed target changed; <see langword="null"/> for a version that is no adjustment.</summary>
    public AdjustmentKind? Kind { get; init; }

    /// <summary>Who approved the adjustment; <see langword="null"/> for a version that is no adjustment.</summary>
    public ActorId? ApprovedBy { get; init; }

    /// <summary>The key of the checkpoint at which the adjustment was decided; <see langword="null"/> when at none.</summary>
    public string? Checkpoint { get; init; }

    internal static GoalRevision Of(GoalAdjustment adjustment, ActorId approvedBy) => new(adjustment.Target, adjustment.On, adjustment.By, adjustment.Reason)
    {
        Kind = adjustment.Kind,
        ApprovedBy = approvedBy,
        Checkpoint = adjustment.Checkpoint,
    };
}
