namespace ActivityMgmt.Domain;

/// <summary>Only a checkpoint that was made can be decided.</summary>
/// <param name="Checkpoint">The key that was asked for.</param>
public sealed record OnlyAMadeCheckpointCanBeDecidedRule(string Checkpoint) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("checkpoint.unknown", ("checkpoint", Checkpoint));
}
