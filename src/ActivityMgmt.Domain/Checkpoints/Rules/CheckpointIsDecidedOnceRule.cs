namespace ActivityMgmt.Domain;

/// <summary>A checkpoint is decided once; a change of mind is a decision at the next one.</summary>
/// <param name="Checkpoint">The decided checkpoint.</param>
public sealed record CheckpointIsDecidedOnceRule(Checkpoint Checkpoint) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of(
        "checkpoint.decided",
        ("checkpoint", Checkpoint.Key),
        ("by", Checkpoint.Decision?.By.Value ?? "-"),
        ("date", Checkpoint.Decision?.On ?? Checkpoint.AsOf));
}
