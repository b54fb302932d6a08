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
}

/// <summary>A document of the kind must apply on the day.</summary>
/// <param name="Kind">The kind of document.</param>
/// <param name="Date">The day.</param>
public sealed record ADocumentMustApplyRule(string Kind, LocalDate Date) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("document.none-applies", ("kind", Kind), ("date", Date));
}
