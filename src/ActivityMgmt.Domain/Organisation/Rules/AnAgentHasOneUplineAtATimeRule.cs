namespace ActivityMgmt.Domain;

/// <summary>An agent has one recruiter and one breeder at a time.</summary>
/// <param name="Agent">Whom it concerns.</param>
/// <param name="Relation">Recruited or bred.</param>
/// <param name="First">The fact that began first.</param>
/// <param name="Second">The other one.</param>
/// <param name="Days">The days that clash.</param>
public sealed record AnAgentHasOneUplineAtATimeRule(AgentId Agent, LineageRelation Relation, FactReference First, FactReference Second, DateSpan Days) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of(
        "organisation.uplines-overlap",
        ("agent", Agent.Value),
        ("relation", ReasonValue.Term($"lineage.{Relation}")),
        ("days", Days.ToReasonValue()),
        ("first", First.ToString()),
        ("second", Second.ToString()));
}
