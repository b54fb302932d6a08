namespace ActivityMgmt.Domain;

/// <summary>Gives a team's daily board. Reads only; nothing is stored.</summary>
public sealed class TeamBoards(UseCaseEdge edge, IFactStore facts, IDocumentStore documents, IKpiEngine kpis, ITenantCalendars calendars)
{
    /// <summary>A team's board as of a day. Refused when no KPI document applies, or the actor may not see the team's activities.</summary>
    /// <param name="call">Tenant and actor.</param>
    /// <param name="team">The team; teams below it are part of it.</param>
    /// <param name="period">The running period, such as the month, both ends included; the KPI document that applies on its first day is used.</param>
    /// <param name="asOf">The last day that is counted, in the period; the day whose roles count.</param>
    /// <param name="policies">What is shown, and what counts as overdue.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the call.</param>
    public Task<UseCaseResult<TeamBoard>> BoardAsync(
        CallContext call, TeamId team, DateInterval period, LocalDate asOf, TeamBoardPolicies policies, long? asKnownAt = null, CancellationToken cancellation = default)
    {
        Guard.Against.Null(period);
        Guard.Against.Null(policies);
        return edge.RunAsync(
            call,
            "show-team-board",
            asOf,
            async work =>
            {
                work.Require(AccessAction.See, DataKind.Activities, Subject.Of(team), asOf);
                var book = (await facts.ReadAsync(call, asKnownAt, cancellation).ConfigureAwait(false)).UpTo(asOf);
                var readings = kpis.Open(book, await documents.RequireAsync(call, DocumentKinds.Kpis, period.Start, cancellation).ConfigureAwait(false), calendars.For(call.Tenant));
                return new TeamBoardReview(policies).Review(readings, team, period, asOf);
            },
            cancellation);
    }
}
