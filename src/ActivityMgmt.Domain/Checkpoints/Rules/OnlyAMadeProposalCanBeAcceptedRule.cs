namespace ActivityMgmt.Domain;

/// <summary>Only a proposal that was made can be accepted.</summary>
/// <param name="Checkpoint">The checkpoint without proposals.</param>
public sealed record OnlyAMadeProposalCanBeAcceptedRule(Checkpoint Checkpoint) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("checkpoint.no-proposal", ("checkpoint", Checkpoint.Key));
}
