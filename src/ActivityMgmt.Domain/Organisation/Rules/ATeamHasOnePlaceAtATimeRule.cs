namespace ActivityMgmt.Domain;

/// <summary>A team has one place in the reporting tree at a time.</summary>
/// <param name="Team">Which team.</param>
/// <param name="First">The fact that began first.</param>
/// <param name="Second">The other one.</param>
/// <param name="Days">The days that clash.</param>
public sealed record ATeamHasOnePlaceAtATimeRule(TeamId Team, FactReference First, FactReference Second, DateSpan Days) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of(
        "organisation.places-overlap",
        ("team", Team.Value),
        ("days", Days.ToReasonValue()),
        ("first", First.ToString()),
        ("second", Second.ToString()));
}
