namespace ActivityMgmt.Domain;

/// <summary>Only what was decided, and is to be done, is carried out.</summary>
/// <param name="Checkpoint">The checkpoint.</param>
public sealed record OnlyADecisionIsCarriedOutRule(Checkpoint Checkpoint) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("checkpoint.nothing-to-carry-out", ("checkpoint", Checkpoint.Key));
}
