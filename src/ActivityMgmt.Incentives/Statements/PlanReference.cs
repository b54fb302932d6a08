namespace ActivityMgmt.Incentives;

/// <summary>Which document decided, so that a result can be traced to the very text.</summary>
/// <param name="Id">The document's id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Hash">SHA-256 of its text, see <see cref="PublishedDocument.Hash"/>.</param>
public sealed record PlanReference(string Id, int Version, string Hash)
{
    /// <summary>Names a published document.</summary>
    public static PlanReference Of(PublishedDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return new(document.Id, document.Version, document.Hash);
    }
}
