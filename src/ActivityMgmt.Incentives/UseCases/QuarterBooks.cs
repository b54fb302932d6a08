namespace ActivityMgmt.Incentives;

/// <summary>Opens the facts and readings that a use case works on, and the documents in force.</summary>
internal sealed class QuarterBooks(IFactStore facts, IDocumentStore documents, IKpiEngine engine)
{
    /// <summary>The facts as known now, with the readings of the KPI document that applies on a quarter's first day.</summary>
    public async Task<IReadings> OpenAsync(CallContext call, Quarter period, Func<FactBook, FactBook>? whatIf, CancellationToken cancellation)
    {
        var book = await facts.ReadAsync(call, asKnownAt: null, cancellation).ConfigureAwait(false);
        return engine.Open(whatIf?.Invoke(book) ?? book, await DocumentAsync(call, DocumentKinds.Kpis, period, cancellation).ConfigureAwait(false));
    }

    /// <summary>The document of a kind that applies on a quarter's first day: the quarter keeps the rules it began with.</summary>
    /// <exception cref="BrokenRuleException">None applies.</exception>
    public async Task<PublishedDocument> DocumentAsync(CallContext call, string kind, Quarter period, CancellationToken cancellation) =>
        await documents.FindAsync(call, kind, period.Interval.Start, cancellation).ConfigureAwait(false)
        ?? throw new BrokenRuleException(new DocumentIsPublishedRule(kind, period));
}

/// <summary>A quarter is paid and assessed by documents that were in force on its first day.</summary>
internal sealed record DocumentIsPublishedRule(string Kind, Quarter Period) : IBusinessRule
{
    public Reason Reason => Reason.Of("pay.rule.no-document", ("kind", Kind), ("date", Period.Interval.Start));
}
