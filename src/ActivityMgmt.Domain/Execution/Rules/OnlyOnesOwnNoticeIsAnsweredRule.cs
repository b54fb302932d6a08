namespace ActivityMgmt.Domain;

/// <summary>Only the agent whose records a notice is about answers it. Whether there is such a notice of somebody else is not told.</summary>
/// <param name="Notice">The key that was asked for.</param>
/// <param name="Actor">Who wanted to answer.</param>
public sealed record OnlyOnesOwnNoticeIsAnsweredRule(string Notice, ActorId Actor) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("plausibility.not-ones-own", ("notice", Notice), ("actor", Actor.Value));
}
