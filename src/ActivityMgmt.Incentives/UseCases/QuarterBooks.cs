namespace ActivityMgmt.Incentives;

/// <summary>Opens the facts and readings that a use case works on. A quarter keeps the documents that applied on its first day.</summary>
internal sealed class QuarterBooks(IFactStore facts, IDocumentStore documents, IKpiEngine engine, ITenantCalendars calendars)
{
    /// <summary>The facts as known at a commit sequence (now, when it is null), with the readings of the quarter's KPI document.</summary>
    public async Task<IReadings> OpenAsync(CallContext call, Quarter period, long? asKnownAt, Func<FactBook, FactBook>? whatIf, CancellationToken cancellation)
    {
        var book = await facts.ReadAsync(call, asKnownAt, cancellation).ConfigureAwait(false);
        return engine.Open(whatIf?.Invoke(book) ?? book, await DocumentAsync(call, DocumentKinds.Kpis, period, cancellation).ConfigureAwait(false), calendars.For(call.Tenant));
    }

    /// <summary>The measures of the quarter's KPI document, without a look at facts.</summary>
    public async Task<IReadOnlyList<MeasureDescription>> MeasuresAsync(CallContext call, Quarter period, CancellationToken cancellation) =>
        engine.Open(FactBook.Of([]), await DocumentAsync(call, DocumentKinds.Kpis, period, cancellation).ConfigureAwait(false), calendars.For(call.Tenant)).Measures;

    /// <summary>The document of a kind that applies on a quarter's first day.</summary>
    /// <exception cref="BrokenRuleException">None applies.</exception>
    public Task<PublishedDocument> DocumentAsync(CallContext call, string kind, Quarter period, CancellationToken cancellation) =>
        documents.RequireAsync(call, kind, calendars.For(call.Tenant).Fiscal.IntervalOf(period).Start, cancellation);
}
