namespace ActivityMgmt.Domain;

/// <summary>Only a checkpoint that was made can be shown.</summary>
/// <param name="Checkpoint">The key that names none.</param>
public sealed record OnlyAMadeCheckpointIsShownRule(string Checkpoint) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("checkpoint.unknown", ("checkpoint", Checkpoint));
}
