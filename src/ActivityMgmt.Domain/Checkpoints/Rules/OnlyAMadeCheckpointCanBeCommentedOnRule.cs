namespace ActivityMgmt.Domain;

/// <summary>Only a checkpoint that was made can be commented on.</summary>
/// <param name="Checkpoint">The key that was asked for.</param>
public sealed record OnlyAMadeCheckpointCanBeCommentedOnRule(string Checkpoint) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("checkpoint.unknown", ("checkpoint", Checkpoint));
}
