namespace ActivityMgmt.Domain;

/// <summary>A checkpoint is decided by a named person, never by the system or the agent whose goal it is.</summary>
/// <param name="Checkpoint">The checkpoint.</param>
/// <param name="By">Who decided.</param>
public sealed record ANamedPersonDecidesRule(Checkpoint Checkpoint, ActorId By) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("checkpoint.no-person", ("checkpoint", Checkpoint.Key), ("by", By.Value));
}
