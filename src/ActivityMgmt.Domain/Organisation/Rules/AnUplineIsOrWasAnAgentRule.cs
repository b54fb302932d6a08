namespace ActivityMgmt.Domain;

/// <summary>Whoever recruited or bred somebody is or was an agent.</summary>
/// <param name="Agent">Whom it concerns.</param>
/// <param name="Relation">Recruited or bred.</param>
/// <param name="Upline">Who is said to have done it.</param>
/// <param name="Days">The days that clash.</param>
public sealed record AnUplineIsOrWasAnAgentRule(AgentId Agent, LineageRelation Relation, AgentId Upline, DateSpan Days) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of(
        "organisation.upline-unknown",
        ("agent", Agent.Value),
        ("relation", ReasonValue.Term($"lineage.{Relation}")),
        ("upline", Upline.Value),
        ("days", Days.ToReasonValue()));
}
