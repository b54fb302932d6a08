namespace ActivityMgmt.Domain;

/// <summary>A leader ranks at least as high as every member of the own team.</summary>
/// <param name="Team">Which team.</param>
/// <param name="Leader">Who leads.</param>
/// <param name="Member">Who ranks higher.</param>
/// <param name="Days">The days that clash.</param>
public sealed record ALeaderRanksAtLeastAsHighAsTheMembersRule(TeamId Team, AgentId Leader, AgentId Member, DateSpan Days) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of(
        "organisation.leader-below-member",
        ("team", Team.Value),
        ("leader", Leader.Value),
        ("member", Member.Value),
        ("days", Days.ToReasonValue()));
}
