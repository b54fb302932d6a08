namespace ActivityMgmt.Domain;

/// <summary>Nobody recruited or bred somebody who recruited or bred them, directly or over others.</summary>
/// <param name="Agent">Whom it concerns.</param>
/// <param name="Relation">Recruited or bred.</param>
/// <param name="Path">The way round, from each to the one above: <c>T1 → T2 → T1</c>.</param>
/// <param name="Days">The days that clash.</param>
public sealed record NobodyIsTheirOwnUplineRule(AgentId Agent, LineageRelation Relation, string Path, DateSpan Days) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of(
        "organisation.upline-cycle",
        ("agent", Agent.Value),
        ("relation", ReasonValue.Term($"lineage.{Relation}")),
        ("path", Path),
        ("days", Days.ToReasonValue()));
}
