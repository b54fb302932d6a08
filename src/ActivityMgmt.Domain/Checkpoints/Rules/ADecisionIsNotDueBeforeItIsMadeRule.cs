namespace ActivityMgmt.Domain;

/// <summary>What is decided is due on the day of the decision or later.</summary>
/// <param name="Checkpoint">The checkpoint.</param>
/// <param name="Decision">The decision with its dates.</param>
public sealed record ADecisionIsNotDueBeforeItIsMadeRule(Checkpoint Checkpoint, CheckpointDecision Decision) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("checkpoint.due-too-early", ("checkpoint", Checkpoint.Key), ("date", Decision.On), ("due", Decision.DueOn));
}
