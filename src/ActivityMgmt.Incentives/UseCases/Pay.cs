namespace ActivityMgmt.Incentives;

/// <summary>Estimates and closes pay.</summary>
public sealed class Pay
{
    private readonly UseCaseEdge _edge;
    private readonly QuarterBooks _books;
    private readonly ITenantCalendars _calendars;
    private readonly IRepository<Statement> _statements;
    private readonly IRepository<OpeningBalance> _balances;

    /// <summary>Pays from a host's stores.</summary>
    public Pay(
        UseCaseEdge edge,
        IFactStore facts,
        IDocumentStore documents,
        IKpiEngine engine,
        IRepository<Statement> statements,
        IRepository<OpeningBalance> balances,
        ITenantCalendars calendars)
    {
        _edge = edge;
        _books = new(facts, documents, engine, calendars);
        _calendars = calendars;
        _statements = statements;
        _balances = balances;
    }

    /// <summary>
    /// Takes over what an old system had counted and paid before the cut-over, all of it or nothing. The same balances again change nothing. Refused when an agent has another
    /// balance already, or a new one is in another name than the actor's; a conflict when somebody else took balances over at the same time.
    /// </summary>
    /// <param name="call">Who asks; must be allowed to decide on everybody's pay.</param>
    /// <param name="balances">The balances, one an agent.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The balances that are in force for these agents.</returns>
    public Task<UseCaseResult<IReadOnlyList<OpeningBalance>>> TakeOverAsync(CallContext call, IReadOnlyList<OpeningBalance> balances, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(balances);
        return _edge.RunAsync(call, "take-over-balances", on: null, async work =>
        {
            work.RequireEverything(AccessAction.Decide, DataKind.Pay);
            var known = (await _balances.ListAsync(call, OpeningBalance.All, cancellation).ConfigureAwait(false)).ToDictionary(b => b.Value.Agent, b => b.Value);
            foreach (var balance in balances)
            {
                if (known.TryGetValue(balance.Agent, out var there) && !there.Equals(balance))
                {
                    throw new BrokenRuleException(new AnOpeningBalanceIsTakenOverOnceRule(there.Agent, there.CutOver, there.By));
                }
            }

            OpeningBalance[] fresh = [.. balances.Where(b => !known.ContainsKey(b.Agent))];
            Array.ForEach(fresh, b => work.RequireOwnName(b.By));
            work.Save(fresh.Select(b => new Stored<OpeningBalance>(b, 0)));
            work.Raise(fresh.Select(b => new OpeningBalanceTakenOver(b.Key, b.Agent, b.CutOver, b.By)));
            return balances;
        }, cancellation);
    }

    /// <summary>A quarter's pay beside an old system's (shadow mode): calculated as the closing would, compared, and neither stored nor paid. Refused when no pay plan or KPI document applies.</summary>
    /// <param name="call">Who asks; must be allowed to see everybody's pay.</param>
    /// <param name="period">The quarter.</param>
    /// <param name="amounts">What the old system paid.</param>
    /// <param name="known">Differences that are understood; none when left out.</param>
    /// <param name="roundingPerLine">How much the systems may round apart on each line, in the plan's currency. <value>Default: 0.01.</value></param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="DocumentException">The plan or the KPI document isn't valid.</exception>
    public Task<UseCaseResult<ShadowReport>> ShadowAsync(
        CallContext call,
        Quarter period,
        IReadOnlyList<OldSystemAmount> amounts,
        IReadOnlyList<KnownDifference>? known = null,
        decimal roundingPerLine = 0.01m,
        long? asKnownAt = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        return _edge.RunAsync(call, "shadow-pay", on: null, async work =>
        {
            work.RequireEverything(AccessAction.See, DataKind.Pay);
            var (calculation, opening) = await PrepareAsync(call, period, asKnownAt, whatIf: null, cancellation).ConfigureAwait(false);
            return new ShadowReconciliation(Money.Of(roundingPerLine, calculation.Currency))
                .Compare(period, calculation.Currency, calculation.CalculateAll(period, opening), amounts, known ?? []);
        }, cancellation);
    }

    /// <summary>What an agent's statement for a quarter would be now; nothing is stored. The same calculation as the closing. Refused when no pay plan or KPI document applies, or the actor may not see the agent's pay.</summary>
    /// <param name="call">Who asks.</param>
    /// <param name="agent">The agent.</param>
    /// <param name="period">The quarter.</param>
    /// <param name="whatIf">Changes the facts before the calculation, such as <c>book => book.With(policy).With(premium)</c>; <see langword="null"/> for the facts as they are.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="DocumentException">The plan or the KPI document isn't valid.</exception>
    public Task<UseCaseResult<Statement>> EstimateAsync(
        CallContext call, AgentId agent, Quarter period, Func<FactBook, FactBook>? whatIf = null, CancellationToken cancellation = default) =>
        _edge.RunAsync(call, "estimate-pay", on: null, work => EstimateAsync(work, agent, period, whatIf, cancellation), cancellation);

    /// <summary>Where the bands begin in the pay plan that applies in a day's quarter (<see cref="PayPlan.Thresholds"/>), for a team board of that quarter. Refused when no pay plan or KPI document applies, or the actor may not see the team's activities, as for the board.</summary>
    /// <param name="call">Who asks.</param>
    /// <param name="team">The team whose board is shown.</param>
    /// <param name="asOf">The board's day.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="DocumentException">The plan or the KPI document isn't valid.</exception>
    public Task<UseCaseResult<IReadOnlyList<BoardThreshold>>> ThresholdsAsync(CallContext call, TeamId team, LocalDate asOf, CancellationToken cancellation = default) =>
        _edge.RunAsync(call, "show-pay-thresholds", asOf, async work =>
        {
            work.Require(AccessAction.See, DataKind.Activities, Subject.Of(team), asOf);
            var period = _calendars.For(call.Tenant).Fiscal.QuarterOf(asOf);
            var measures = await _books.MeasuresAsync(call, period, cancellation).ConfigureAwait(false);
            return PayPlan.Read(await _books.DocumentAsync(call, DocumentKinds.PayPlan, period, cancellation).ConfigureAwait(false), measures).Thresholds;
        }, cancellation);

    private async Task<Statement> EstimateAsync(UseCaseWork work, AgentId agent, Quarter period, Func<FactBook, FactBook>? whatIf, CancellationToken cancellation)
    {
        work.Require(AccessAction.See, DataKind.Pay, Subject.Of(agent), _calendars.For(work.Call.Tenant).Fiscal.IntervalOf(period).End);
        var call = work.Call;
        var (calculation, opening) = await PrepareAsync(call, period, asKnownAt: null, whatIf, cancellation).ConfigureAwait(false);
        return calculation.Calculate(agent, period, opening(agent));
    }

    /// <summary>
    /// Issues the statements of a quarter: of everyone who was active in it, and of everyone else who has commission lines in it.
    /// Calling it again issues what is missing and leaves issued statements as they are; where the facts that are known now give something else, it says
    /// what the difference is, each time anew: it books nothing. Refused when no pay plan or KPI document applies; a conflict when somebody else closed the same quarter at the same time.
    /// </summary>
    /// <remarks>A component that pays on the running total of the year starts from what was taken over for the year of the cut-over, and the statements issued for the year's earlier quarters; where neither is there, from zero.</remarks>
    /// <param name="call">Who asks.</param>
    /// <param name="period">The quarter.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known for the statements that are issued; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="DocumentException">The plan or the KPI document isn't valid.</exception>
    public Task<UseCaseResult<PayClosing>> CloseAsync(CallContext call, Quarter period, long? asKnownAt = null, CancellationToken cancellation = default) =>
        _edge.RunAsync(call, "close-pay", on: null, work => CloseAsync(work, period, asKnownAt, cancellation), cancellation);

    private async Task<PayClosing> CloseAsync(UseCaseWork work, Quarter period, long? asKnownAt, CancellationToken cancellation)
    {
        work.RequireEverything(AccessAction.Decide, DataKind.Pay);
        var call = work.Call;
        var stored = await _statements.ListAsync(call, period.ToString(), cancellation).ConfigureAwait(false);
        var issued = stored.ToDictionary(s => s.Value.Key, s => s.Value, StringComparer.Ordinal);
        var (then, opening) = await PrepareAsync(call, period, asKnownAt, whatIf: null, cancellation).ConfigureAwait(false);
        var fresh = then.CalculateAll(period, opening).Where(s => !issued.ContainsKey(s.Key)).Select(s => new Stored<Statement>(s, 0)).ToArray();
        work.Save(fresh);
        work.Raise(fresh.Select(s => new StatementIssued(s.Value.Key, s.Value.Agent, period, s.Value.Total)));

        var now = asKnownAt is null ? then : (await PrepareAsync(call, period, asKnownAt: null, whatIf: null, cancellation).ConfigureAwait(false)).Calculation;
        var statements = issued.Values.Concat(fresh.Select(f => f.Value)).OrderBy(s => s.Key, StringComparer.Ordinal).ToArray();
        return new()
        {
            Period = period,
            Statements = statements,
            Differences = [.. statements.Select(s => StatementDifference.Between(s, now.Calculate(s.Agent, period, opening(s.Agent)))).Where(d => !d.IsEmpty)],
        };
    }

    private async Task<(PayCalculation Calculation, Func<AgentId, PayOpening> Opening)> PrepareAsync(
        CallContext call, Quarter period, long? asKnownAt, Func<FactBook, FactBook>? whatIf, CancellationToken cancellation)
    {
        var readings = await _books.OpenAsync(call, period, asKnownAt, whatIf, cancellation).ConfigureAwait(false);
        var plan = PayPlan.Read(await _books.DocumentAsync(call, DocumentKinds.PayPlan, period, cancellation).ConfigureAwait(false), readings.Measures);
        var balances = (await _balances.ListAsync(call, OpeningBalance.All, cancellation).ConfigureAwait(false))
            .Where(b => b.Value.CutOver <= readings.Calendars.Fiscal.IntervalOf(period).End)
            .ToDictionary(b => b.Value.Agent, b => b.Value);
        var running = plan.Components.OfType<TiersComponent>().Where(c => c.Scope == TierScope.PeriodIncremental && c.Components.Count > 0).ToArray();
        var earlier = new List<Statement>();
        for (var quarter = new Quarter(period.Year, 1); running.Length > 0 && quarter < period; quarter = quarter.Next)
        {
            earlier.AddRange((await _statements.ListAsync(call, quarter.ToString(), cancellation).ConfigureAwait(false)).Select(s => s.Value));
        }

        var byAgent = earlier.ToLookup(s => s.Agent);
        return (new(readings, plan, readings.Calendars.Fiscal), agent => new()
        {
            Policies = balances.GetValueOrDefault(agent)?.Policies ?? PayOpening.None.Policies,
            RunningTotals = running.ToDictionary(c => c.Id, c => byAgent[agent]
                .SelectMany(s => s.Lines)
                .Where(l => l.Outcome == LineOutcome.Earned && c.Components.Contains(l.Component))
                .Aggregate(TakenOver(balances.GetValueOrDefault(agent), c.Id, period, plan.Currency, readings.Calendars.Fiscal), (sum, l) => sum + l.Amount!.Value)),
        });
    }

    private static Money TakenOver(OpeningBalance? balance, string component, Quarter period, string currency, IFiscalCalendar fiscal) =>
        balance is not null && fiscal.QuarterOf(balance.CutOver).Year == period.Year && balance.RunningTotals.TryGetValue(component, out var total) ? total : Money.Zero(currency);
}
