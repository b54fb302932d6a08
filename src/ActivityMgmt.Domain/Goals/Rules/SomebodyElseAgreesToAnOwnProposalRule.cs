namespace ActivityMgmt.Domain;

/// <summary>What agents propose for themselves is agreed by somebody else.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="By">Who proposed it for themselves.</param>
public sealed record SomebodyElseAgreesToAnOwnProposalRule(Goal Goal, ActorId By) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("goal.own-proposal", ("goal", Goal.Id.Value), ("by", By.Value));
}
