namespace ActivityMgmt.Domain;

/// <summary>The owner of a decision is a named person, never the system.</summary>
/// <param name="Checkpoint">The checkpoint.</param>
public sealed record ANamedPersonCarriesADecisionOutRule(Checkpoint Checkpoint) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("checkpoint.no-owner", ("checkpoint", Checkpoint.Key));
}
