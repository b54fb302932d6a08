namespace ActivityMgmt.Incentives;

/// <summary>Estimates and closes pay.</summary>
public sealed class Pay
{
    private readonly UseCaseEdge _edge;
    private readonly QuarterBooks _books;
    private readonly IRepository<Statement> _statements;

    /// <summary>Pays from a host's stores.</summary>
    public Pay(UseCaseEdge edge, IFactStore facts, IDocumentStore documents, IKpiEngine engine, IRepository<Statement> statements)
    {
        _edge = edge;
        _books = new(facts, documents, engine);
        _statements = statements;
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

    private async Task<Statement> EstimateAsync(UseCaseWork work, AgentId agent, Quarter period, Func<FactBook, FactBook>? whatIf, CancellationToken cancellation)
    {
        work.Require(AccessAction.See, DataKind.Pay, Subject.Of(agent), period.Interval.End);
        var call = work.Call;
        var (calculation, opening) = await PrepareAsync(call, period, asKnownAt: null, whatIf, cancellation).ConfigureAwait(false);
        return calculation.Calculate(agent, period, opening(agent));
    }

    /// <summary>
    /// Issues the statements of a quarter: of everyone who was active in it, and of everyone else who has commission lines in it.
    /// Calling it again issues what is missing and leaves issued statements as they are; where the facts that are known now give something else, it says
    /// what the difference is, each time anew: it books nothing. Refused when no pay plan or KPI document applies; a conflict when somebody else closed the same quarter at the same time.
    /// </summary>
    /// <remarks>A component that pays on the running total of the year starts from the statements issued for the year's earlier quarters; where none were, from zero.</remarks>
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
        var running = plan.Components.OfType<TiersComponent>().Where(c => c.Scope == TierScope.PeriodIncremental && c.Components.Count > 0).ToArray();
        if (running.Length == 0)
        {
            return (new(readings, plan), _ => PayOpening.None);
        }

        var earlier = new List<Statement>();
        for (var quarter = new Quarter(period.Year, 1); quarter < period; quarter = quarter.Next)
        {
            earlier.AddRange((await _statements.ListAsync(call, quarter.ToString(), cancellation).ConfigureAwait(false)).Select(s => s.Value));
        }

        var byAgent = earlier.ToLookup(s => s.Agent);
        return (new(readings, plan), agent => new()
        {
            RunningTotals = running.ToDictionary(c => c.Id, c => byAgent[agent]
                .SelectMany(s => s.Lines)
                .Where(l => l.Outcome == LineOutcome.Earned && c.Components.Contains(l.Component))
                .Aggregate(Money.Zero(plan.Currency), (sum, l) => sum + l.Amount!.Value)),
        });
    }
}
