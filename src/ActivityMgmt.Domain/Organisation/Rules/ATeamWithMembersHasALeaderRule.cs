namespace ActivityMgmt.Domain;

/// <summary>A team with members has a leader.</summary>
/// <param name="Team">Which team.</param>
/// <param name="Days">The days that clash.</param>
public sealed record ATeamWithMembersHasALeaderRule(TeamId Team, DateSpan Days) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of(
        "organisation.no-leader",
        ("team", Team.Value),
        ("days", Days.ToReasonValue()));
}
