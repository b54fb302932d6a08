namespace ActivityMgmt.Domain;

/// <summary>A team has one leader at a time.</summary>
/// <param name="Team">Which team.</param>
/// <param name="Leaders">Their ids, sorted, with a comma between.</param>
/// <param name="Days">The days that clash.</param>
public sealed record ATeamHasOneLeaderAtATimeRule(TeamId Team, string Leaders, DateSpan Days) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of(
        "organisation.two-leaders",
        ("team", Team.Value),
        ("leaders", Leaders),
        ("days", Days.ToReasonValue()));
}
