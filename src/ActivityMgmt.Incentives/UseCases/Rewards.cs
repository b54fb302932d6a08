namespace ActivityMgmt.Incentives;

/// <summary>Awards titles and makes support offers.</summary>
public sealed class Rewards
{
    private readonly UseCaseEdge _edge;
    private readonly QuarterBooks _books;
    private readonly IRepository<TitleAward> _titles;
    private readonly IRepository<SupportOffer> _offers;
    private readonly RehirePolicy _rehire;

    /// <summary>Awards from a host's stores.</summary>
    public Rewards(
        UseCaseEdge edge,
        IFactStore facts,
        IDocumentStore documents,
        IKpiEngine engine,
        IRepository<TitleAward> titles,
        IRepository<SupportOffer> offers,
        ITenantCalendars calendars,
        OrganisationPolicies organisation)
    {
        _edge = edge;
        _books = new(facts, documents, engine, calendars);
        _titles = titles;
        _offers = offers;
        _rehire = organisation.Rehire;
    }

    /// <summary>Awards a quarter's titles to agents active on its last day. Calling it again awards what is missing and confirms a provisional title whose quality is known by then; everything else stays as it is. Refused when no incentives or KPI document applies.</summary>
    /// <param name="call">Who asks.</param>
    /// <param name="period">The quarter.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>All titles of the quarter, sorted by key.</returns>
    /// <exception cref="DocumentException">A document isn't valid.</exception>
    public Task<UseCaseResult<IReadOnlyList<TitleAward>>> AwardAsync(CallContext call, Quarter period, long? asKnownAt = null, CancellationToken cancellation = default) =>
        _edge.RunAsync(call, "award-titles", on: null, async work =>
        {
            work.RequireEverything(AccessAction.Decide, DataKind.Pay);
            var (readings, rules) = await OpenAsync(call, period, asKnownAt, cancellation).ConfigureAwait(false);
            var titles = Honours.Award(readings, rules, readings.Facts.Organisation.ActiveOn(readings.Calendars.Fiscal.IntervalOf(period).End), period, readings.Calendars.Fiscal);
            return await AddAsync(_titles, work, period, titles, t => new TitleAwarded(t.Key, t.Agent, t.Title, t.Status == TitleStatus.Confirmed), cancellation).ConfigureAwait(false);
        }, cancellation);

    /// <summary>Makes a quarter's support offers to agents active on its last day. An offer that was made stays as it is. Refused when no incentives or KPI document applies.</summary>
    /// <param name="call">Who asks.</param>
    /// <param name="period">The quarter.</param>
    /// <param name="weakSteps">What the quarter's checkpoints found weak, by agent.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>All offers of the quarter, sorted by key.</returns>
    /// <exception cref="DocumentException">A document isn't valid.</exception>
    public Task<UseCaseResult<IReadOnlyList<SupportOffer>>> OfferAsync(
        CallContext call, Quarter period, IReadOnlyDictionary<AgentId, IReadOnlyList<RepeatedWeakStep>> weakSteps, long? asKnownAt = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(weakSteps);
        return _edge.RunAsync(call, "offer-support", on: null, async work =>
        {
            work.RequireEverything(AccessAction.Decide, DataKind.Pay);
            var (readings, rules) = await OpenAsync(call, period, asKnownAt, cancellation).ConfigureAwait(false);
            var offers = readings.Facts.Organisation.ActiveOn(readings.Calendars.Fiscal.IntervalOf(period).End)
                .SelectMany(a => SupportOffers.For(readings, rules, a, period, weakSteps.GetValueOrDefault(a) ?? [], readings.Calendars.Fiscal, _rehire))
                .ToArray();
            return await AddAsync(_offers, work, period, offers, o => new SupportOffered(o.Key, o.Agent, o.Rule), cancellation).ConfigureAwait(false);
        }, cancellation);
    }

    private async Task<(IReadings Readings, IncentiveRules Rules)> OpenAsync(CallContext call, Quarter period, long? asKnownAt, CancellationToken cancellation)
    {
        var readings = await _books.OpenAsync(call, period, asKnownAt, whatIf: null, cancellation).ConfigureAwait(false);
        return (readings, IncentiveRules.Read(await _books.DocumentAsync(call, DocumentKinds.Incentives, period, cancellation).ConfigureAwait(false), readings.Measures));
    }

    private static async Task<IReadOnlyList<T>> AddAsync<T>(
        IRepository<T> repository, UseCaseWork work, Quarter period, IReadOnlyList<T> found, Func<T, DomainEvent> happened, CancellationToken cancellation)
        where T : class, IAggregate
    {
        var known = await repository.ListAsync(work.Call, period.ToString(), cancellation).ConfigureAwait(false);
        var byKey = known.ToDictionary(k => k.Value.Key, StringComparer.Ordinal);
        var changed = found
            .Where(f => !byKey.TryGetValue(f.Key, out var before) || (before.Value, f) is (TitleAward { Status: TitleStatus.Provisional }, TitleAward { Status: TitleStatus.Confirmed }))
            .Select(f => new Stored<T>(f, byKey.GetValueOrDefault(f.Key)?.Token ?? 0))
            .ToArray();
        work.Save(changed);
        work.Raise(changed.Select(c => happened(c.Value)));
        return [.. changed.Select(c => c.Value).UnionBy(known.Select(k => k.Value), v => v.Key).OrderBy(f => f.Key, StringComparer.Ordinal)];
    }
}
