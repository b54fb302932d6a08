namespace ActivityMgmt.Domain;

/// <summary>A decision is carried out on its own day or later.</summary>
/// <param name="Checkpoint">The checkpoint.</param>
/// <param name="Completion">What was said about it.</param>
public sealed record ADecisionIsNotCarriedOutBeforeItIsMadeRule(Checkpoint Checkpoint, CheckpointCompletion Completion) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of(
        "checkpoint.carried-out-too-early", ("checkpoint", Checkpoint.Key), ("date", Completion.On), ("decided", Checkpoint.Decision?.On ?? Checkpoint.AsOf));
}
