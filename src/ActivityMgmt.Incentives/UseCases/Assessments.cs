namespace ActivityMgmt.Incentives;

/// <summary>Assesses ranks, keeps the proposals, and takes people's decisions on them.</summary>
public sealed class Assessments
{
    private readonly QuarterBooks _books;
    private readonly IFiscalCalendar _fiscal;
    private readonly IRepository<RankProposal> _proposals;

    /// <summary>Assesses from a host's stores.</summary>
    public Assessments(IFactStore facts, IDocumentStore documents, IKpiEngine engine, IRepository<RankProposal> proposals, IFiscalCalendar fiscal)
    {
        _books = new(facts, documents, engine, fiscal);
        _fiscal = fiscal;
        _proposals = proposals;
    }

    /// <summary>Assesses everyone who is active on a quarter's last day. A proposal that somebody decided stays; one that still waits is brought up to date.</summary>
    /// <param name="call">Who asks.</param>
    /// <param name="period">The quarter.</param>
    /// <param name="leave">Protected leave by agent; none when left out.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>All proposals of the quarter, sorted by agent.</returns>
    /// <exception cref="BrokenRuleException">No assessment or KPI document applies.</exception>
    /// <exception cref="DocumentException">A document isn't valid.</exception>
    public async Task<IReadOnlyList<RankProposal>> AssessAsync(
        CallContext call, Quarter period, IReadOnlyDictionary<AgentId, IReadOnlyList<DateInterval>>? leave = null, long? asKnownAt = null, CancellationToken cancellation = default)
    {
        var readings = await _books.OpenAsync(call, period, asKnownAt, whatIf: null, cancellation).ConfigureAwait(false);
        var rules = AssessmentRules.Read(await _books.DocumentAsync(call, DocumentKinds.Assessment, period, cancellation).ConfigureAwait(false), readings.Measures);
        var before = (await _proposals.ListAsync(call, period.Previous.ToString(), cancellation).ConfigureAwait(false)).ToDictionary(p => p.Value.Agent, p => p.Value);
        var stored = (await _proposals.ListAsync(call, period.ToString(), cancellation).ConfigureAwait(false)).ToDictionary(p => p.Value.Agent);
        var asOf = _fiscal.IntervalOf(period).End;
        var changed = new List<Stored<RankProposal>>();
        foreach (var agent in readings.Facts.Organisation.ActiveOn(asOf))
        {
            var known = stored.GetValueOrDefault(agent);
            if (known?.Value.Status is ProposalStatus.Confirmed or ProposalStatus.Declined)
            {
                continue;
            }

            var history = new RankHistory
            {
                MissesInARow = before.GetValueOrDefault(agent)?.MissesInARow ?? 0,
                Leave = leave?.GetValueOrDefault(agent) ?? [],
            };
            var proposal = RankAssessment.Assess(readings, rules, agent, asOf, _fiscal, history);
            if (known is null || !known.Value.FindsTheSameAs(proposal))
            {
                changed.Add(new(proposal, known?.Token ?? 0));
            }
        }

        if (changed.Count > 0)
        {
            await _proposals.SaveAsync(call, changed, cancellation).ConfigureAwait(false);
        }

        return [.. (await _proposals.ListAsync(call, period.ToString(), cancellation).ConfigureAwait(false)).Select(p => p.Value)];
    }

    /// <summary>Confirms a proposal on behalf of the call's actor.</summary>
    /// <exception cref="KeyNotFoundException">There is no such proposal.</exception>
    /// <exception cref="BrokenRuleException">The proposal can't be confirmed, see <see cref="RankProposal.Confirm"/>.</exception>
    /// <exception cref="ConflictException">Somebody else decided at the same time.</exception>
    public Task<RankProposal> ConfirmAsync(CallContext call, string key, string reason, LocalDate on, CancellationToken cancellation = default) =>
        DecideAsync(call, key, p => p.Confirm(call.Actor, reason, on), cancellation);

    /// <summary>Declines a proposal on behalf of the call's actor.</summary>
    /// <exception cref="KeyNotFoundException">There is no such proposal.</exception>
    /// <exception cref="BrokenRuleException">The proposal can't be declined, see <see cref="RankProposal.Decline"/>.</exception>
    /// <exception cref="ConflictException">Somebody else decided at the same time.</exception>
    public Task<RankProposal> DeclineAsync(CallContext call, string key, string reason, LocalDate on, CancellationToken cancellation = default) =>
        DecideAsync(call, key, p => p.Decline(call.Actor, reason, on), cancellation);

    private async Task<RankProposal> DecideAsync(CallContext call, string key, Func<RankProposal, RankProposal> decision, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(call);
        var stored = await _proposals.FindAsync(call, key, cancellation).ConfigureAwait(false) ?? throw new KeyNotFoundException($"There is no proposal '{key}'.");
        var decided = decision(stored.Value);
        await _proposals.SaveAsync(call, [new(decided, stored.Token)], cancellation).ConfigureAwait(false);
        return decided;
    }
}
