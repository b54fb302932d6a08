namespace ActivityMgmt.Incentives;

/// <summary>Estimates and closes pay.</summary>
public sealed class Pay
{
    private readonly QuarterBooks _books;
    private readonly IRepository<Statement> _statements;

    /// <summary>Pays from a host's stores.</summary>
    public Pay(IFactStore facts, IDocumentStore documents, IKpiEngine engine, IRepository<Statement> statements)
    {
        _books = new(facts, documents, engine);
        _statements = statements;
    }

    /// <summary>What an agent's statement for a quarter would be now; nothing is stored. The same calculation as the closing.</summary>
    /// <param name="call">Who asks.</param>
    /// <param name="agent">The agent.</param>
    /// <param name="period">The quarter.</param>
    /// <param name="whatIf">Changes the facts before the calculation, such as <c>book => book.With(policy).With(premium)</c>; <see langword="null"/> for the facts as they are.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="BrokenRuleException">No pay plan or KPI document applies.</exception>
    /// <exception cref="DocumentException">The plan or the KPI document isn't valid.</exception>
    public async Task<Statement> EstimateAsync(
        CallContext call, AgentId agent, Quarter period, Func<FactBook, FactBook>? whatIf = null, CancellationToken cancellation = default) =>
        (await CalculationAsync(call, period, whatIf, cancellation).ConfigureAwait(false)).Calculate(agent, period);

    /// <summary>
    /// Issues the statements of a quarter: of everyone who was active in it, and of everyone else who has commission lines in it.
    /// Calling it again issues what is missing and leaves issued statements as they are; where facts have changed since, it says what the difference is.
    /// </summary>
    /// <exception cref="BrokenRuleException">No pay plan or KPI document applies.</exception>
    /// <exception cref="DocumentException">The plan or the KPI document isn't valid.</exception>
    /// <exception cref="ConflictException">Somebody else closed the same quarter at the same time.</exception>
    public async Task<PayClosing> CloseAsync(CallContext call, Quarter period, CancellationToken cancellation = default)
    {
        var calculation = await CalculationAsync(call, period, whatIf: null, cancellation).ConfigureAwait(false);
        var recomputed = calculation.CalculateAll(period).ToDictionary(s => s.Key, StringComparer.Ordinal);
        var stored = await _statements.ListAsync(call, period.ToString(), cancellation).ConfigureAwait(false);
        var issued = stored.ToDictionary(s => s.Value.Key, s => s.Value, StringComparer.Ordinal);
        var fresh = recomputed.Values.Where(s => !issued.ContainsKey(s.Key)).Select(s => new Stored<Statement>(s, 0)).ToArray();
        if (fresh.Length > 0)
        {
            await _statements.SaveAsync(call, fresh, cancellation).ConfigureAwait(false);
        }

        return new()
        {
            Period = period,
            Statements = [.. issued.Values.Concat(fresh.Select(f => f.Value)).OrderBy(s => s.Key, StringComparer.Ordinal)],
            Differences =
            [
                .. issued.Values.OrderBy(s => s.Key, StringComparer.Ordinal)
                    .Select(s => StatementDifference.Between(s, recomputed.GetValueOrDefault(s.Key) ?? calculation.Calculate(s.Agent, period)))
                    .Where(d => !d.IsEmpty),
            ],
        };
    }

    private async Task<PayCalculation> CalculationAsync(CallContext call, Quarter period, Func<FactBook, FactBook>? whatIf, CancellationToken cancellation)
    {
        var readings = await _books.OpenAsync(call, period, whatIf, cancellation).ConfigureAwait(false);
        var document = await _books.DocumentAsync(call, DocumentKinds.PayPlan, period, cancellation).ConfigureAwait(false);
        return new(readings, PayPlan.Read(document, readings.Measures));
    }
}
