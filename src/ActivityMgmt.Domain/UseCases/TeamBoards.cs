namespace ActivityMgmt.Domain;

/// <summary>Gives a team's daily board. Reads only; nothing is stored.</summary>
public sealed class TeamBoards(IFactStore facts, IDocumentStore documents, IKpiEngine kpis)
{
    /// <summary>A team's board as of a day.</summary>
    /// <param name="call">Tenant and actor.</param>
    /// <param name="team">The team; teams below it are part of it.</param>
    /// <param name="period">The running period, such as the month, both ends included; the KPI document that applies on its first day is used.</param>
    /// <param name="asOf">The last day that is counted, in the period.</param>
    /// <param name="policies">What is shown, and what counts as overdue.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the call.</param>
    public async Task<TeamBoard> BoardAsync(
        CallContext call, TeamId team, DateInterval period, LocalDate asOf, TeamBoardPolicies policies, long? asKnownAt, CancellationToken cancellation)
    {
        Guard.Against.Null(call);
        Guard.Against.Null(period);
        Guard.Against.Null(policies);
        var book = (await facts.ReadAsync(call, asKnownAt, cancellation).ConfigureAwait(false)).UpTo(asOf);
        var readings = kpis.Open(book, await documents.RequireAsync(call, DocumentKinds.Kpis, period.Start, cancellation).ConfigureAwait(false));
        return new TeamBoardReview(policies).Review(readings, team, period, asOf);
    }
}
