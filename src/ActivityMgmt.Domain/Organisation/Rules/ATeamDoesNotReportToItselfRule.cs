namespace ActivityMgmt.Domain;

/// <summary>A team reports to no team that reports to it, directly or over others.</summary>
/// <param name="Team">Which team.</param>
/// <param name="Path">The way round, from each to the one above: <c>T1 → T2 → T1</c>.</param>
/// <param name="Days">The days that clash.</param>
public sealed record ATeamDoesNotReportToItselfRule(TeamId Team, string Path, DateSpan Days) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of(
        "organisation.team-cycle",
        ("team", Team.Value),
        ("path", Path),
        ("days", Days.ToReasonValue()));
}
