namespace ActivityMgmt.Domain;

/// <summary>Reading documents that a use case can't do without.</summary>
public static class DocumentStoreExtensions
{
    /// <summary>The version of a kind of document that applies on a day.</summary>
    /// <exception cref="BrokenRuleException">None applies.</exception>
    public static async Task<PublishedDocument> RequireAsync(
        this IDocumentStore documents, CallContext call, string kind, LocalDate date, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return await documents.FindAsync(call, kind, date, cancellation).ConfigureAwait(false)
            ?? throw new BrokenRuleException(new ADocumentMustApplyRule(kind, date));
    }

    // The target that applies on a quarter's first day; one that is for another quarter is refused, since its goals would be another quarter's.
    internal static async Task<TargetDocument> RequireTargetAsync(
        this IDocumentStore documents, CallContext call, Quarter quarter, IReadOnlyList<MeasureDescription> measures, IFiscalCalendar fiscal, CancellationToken cancellation)
    {
        var document = await documents.RequireAsync(call, DocumentKinds.Target, fiscal.IntervalOf(quarter).Start, cancellation).ConfigureAwait(false);
        var target = TargetDocument.Read(document, measures, fiscal);
        return target.Quarter == quarter
            ? target
            : throw new BrokenRuleException(new TheTargetMustBeForTheQuarterRule(document.FileName, target.Quarter, quarter));
    }
}

/// <summary>A document of the kind must apply on the day.</summary>
/// <param name="Kind">The kind of document.</param>
/// <param name="Date">The day.</param>
public sealed record ADocumentMustApplyRule(string Kind, LocalDate Date) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("document.none-applies", ("kind", Kind), ("date", Date));
}

/// <summary>The target document that applies on a quarter's first day must be for that quarter.</summary>
/// <param name="File">The document's file name.</param>
/// <param name="Found">The quarter it is for.</param>
/// <param name="Quarter">The quarter that was asked for.</param>
public sealed record TheTargetMustBeForTheQuarterRule(string File, Quarter Found, Quarter Quarter) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("target.other-quarter", ("file", File), ("found", Found.ToString()), ("quarter", Quarter.ToString()));
}
