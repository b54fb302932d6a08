namespace ActivityMgmt.Incentives;

/// <summary>Assesses ranks, keeps the proposals, and takes people's decisions on them.</summary>
public sealed class Assessments
{
    private readonly UseCaseEdge _edge;
    private readonly QuarterBooks _books;
    private readonly IRepository<RankProposal> _proposals;
    private readonly LeavePolicy _leave;

    /// <summary>Assesses from a host's stores.</summary>
    public Assessments(
        UseCaseEdge edge,
        IFactStore facts,
        IDocumentStore documents,
        IKpiEngine engine,
        IRepository<RankProposal> proposals,
        ITenantCalendars calendars,
        OrganisationPolicies organisation)
    {
        _edge = edge;
        _books = new(facts, documents, engine, calendars);
        _proposals = proposals;
        _leave = organisation.Leave;
    }

    /// <summary>Assesses everyone who is active on a quarter's last day. A proposal that somebody decided stays; one that still waits is brought up to date. Which leave spares an agent, <see cref="OrganisationPolicies.Leave"/> says. Refused when no assessment or KPI document applies.</summary>
    /// <param name="call">Who asks.</param>
    /// <param name="period">The quarter.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>All proposals of the quarter, sorted by agent.</returns>
    /// <exception cref="DocumentException">A document isn't valid.</exception>
    public Task<UseCaseResult<IReadOnlyList<RankProposal>>> AssessAsync(
        CallContext call, Quarter period, long? asKnownAt = null, CancellationToken cancellation = default) =>
        _edge.RunAsync(call, "assess-ranks", on: null, work => AssessAsync(work, period, asKnownAt, cancellation), cancellation);

    private async Task<IReadOnlyList<RankProposal>> AssessAsync(UseCaseWork work, Quarter period, long? asKnownAt, CancellationToken cancellation)
    {
        work.RequireEverything(AccessAction.Decide, DataKind.Pay);
        var call = work.Call;
        var readings = await _books.OpenAsync(call, period, asKnownAt, whatIf: null, cancellation).ConfigureAwait(false);
        var rules = AssessmentRules.Read(await _books.DocumentAsync(call, DocumentKinds.Assessment, period, cancellation).ConfigureAwait(false), readings.Measures);
        var before = (await _proposals.ListAsync(call, period.Previous.ToString(), cancellation).ConfigureAwait(false)).ToDictionary(p => p.Value.Agent, p => p.Value);
        var stored = (await _proposals.ListAsync(call, period.ToString(), cancellation).ConfigureAwait(false)).ToDictionary(p => p.Value.Agent);
        var asOf = readings.Calendars.Fiscal.IntervalOf(period).End;
        var changed = new List<Stored<RankProposal>>();
        foreach (var agent in readings.Facts.Organisation.ActiveOn(asOf))
        {
            var known = stored.GetValueOrDefault(agent);
            if (known?.Value.Status is ProposalStatus.Confirmed or ProposalStatus.Declined)
            {
                continue;
            }

            var proposal = RankAssessment.Assess(readings, rules, agent, asOf, readings.Calendars.Fiscal, _leave, before.GetValueOrDefault(agent)?.MissesInARow ?? 0);
            if (known is null || !known.Value.FindsTheSameAs(proposal))
            {
                changed.Add(new(proposal, known?.Token ?? 0));
            }
        }

        work.Save(changed);
        work.Raise(changed.Select(p => new RankProposed(p.Value.Key, p.Value.Agent, p.Value.Rank, p.Value.NewRank, p.Value.IsAdverse)));
        return [.. changed.UnionBy(stored.Values, p => p.Value.Key).Select(p => p.Value).OrderBy(p => p.Key, StringComparer.Ordinal)];
    }

    /// <summary>Confirms a proposal on behalf of the call's actor.</summary>
    /// <remarks>The same decision again, with its reason and day, changes nothing. Refused when there is no such proposal, or it can't be confirmed, see <see cref="RankProposal.Confirm"/>; a conflict when somebody else decided at the same time.</remarks>
    public Task<UseCaseResult<RankProposal>> ConfirmAsync(CallContext call, string key, string reason, LocalDate on, CancellationToken cancellation = default) =>
        DecideAsync(call, "confirm-rank", key, ProposalStatus.Confirmed, reason, on, p => p.Confirm(call.Actor, reason, on), cancellation);

    /// <summary>Declines a proposal on behalf of the call's actor.</summary>
    /// <remarks>The same decision again, with its reason and day, changes nothing. Refused when there is no such proposal, or it can't be declined, see <see cref="RankProposal.Decline"/>; a conflict when somebody else decided at the same time.</remarks>
    public Task<UseCaseResult<RankProposal>> DeclineAsync(CallContext call, string key, string reason, LocalDate on, CancellationToken cancellation = default) =>
        DecideAsync(call, "decline-rank", key, ProposalStatus.Declined, reason, on, p => p.Decline(call.Actor, reason, on), cancellation);

    private Task<UseCaseResult<RankProposal>> DecideAsync(
        CallContext call, string useCase, string key, ProposalStatus to, string reason, LocalDate on, Func<RankProposal, RankProposal> decision, CancellationToken cancellation) =>
        _edge.RunAsync(call, useCase, on, async work =>
        {
            var stored = await _proposals.FindAsync(call, key, cancellation).ConfigureAwait(false)
                ?? throw new BrokenRuleException(new OnlyAMadeProposalCanBeDecidedRule(key));
            work.Require(AccessAction.Decide, DataKind.Pay, Subject.Of(stored.Value.Agent), on);
            if ((stored.Value.Status, stored.Value.DecidedBy, stored.Value.DecisionReason, stored.Value.DecidedOn) == (to, call.Actor, reason, on))
            {
                return stored.Value;
            }

            var decided = decision(stored.Value);
            work.Save<RankProposal>([new(decided, stored.Token)]);
            work.Raise(new RankDecided(decided.Key, decided.Agent, decided.IsFinal, call.Actor));
            return decided;
        }, cancellation);
}
