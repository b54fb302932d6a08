namespace ActivityMgmt.Domain;

/// <summary>A decision is carried out once; what is still to be done is a decision at the next checkpoint.</summary>
/// <param name="Checkpoint">The checkpoint.</param>
/// <param name="Completion">What was said about it.</param>
public sealed record ADecisionIsCarriedOutOnceRule(Checkpoint Checkpoint, CheckpointCompletion Completion) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("checkpoint.carried-out", ("checkpoint", Checkpoint.Key), ("by", Completion.By.Value), ("date", Completion.On));
}
