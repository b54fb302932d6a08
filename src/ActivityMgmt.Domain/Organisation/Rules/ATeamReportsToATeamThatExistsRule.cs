namespace ActivityMgmt.Domain;

/// <summary>A team reports to a team that has a place, or members, on the same days.</summary>
/// <param name="Team">Which team.</param>
/// <param name="Parent">The team it is said to report to.</param>
/// <param name="Days">The days that clash.</param>
public sealed record ATeamReportsToATeamThatExistsRule(TeamId Team, TeamId Parent, DateSpan Days) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of(
        "organisation.parent-unknown",
        ("team", Team.Value),
        ("parent", Parent.Value),
        ("days", Days.ToReasonValue()));
}
