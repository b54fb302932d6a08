namespace ActivityMgmt.Domain;

/// <summary>A proposed goal is agreed or rejected by a named person, never by the system.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="By">Who can't settle it.</param>
public sealed record ANamedPersonSettlesAProposalRule(Goal Goal, ActorId By) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("goal.needs-person", ("goal", Goal.Id.Value), ("by", By.Value));
}
