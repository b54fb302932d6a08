namespace ActivityMgmt.Domain;

/// <summary>JSON Schemas (draft 7) of documents, for editors that complete and check while somebody writes. They stand in the package's folder <c>schemas</c>, too.</summary>
/// <remarks>
/// A schema knows the shape alone. What a schema accepts its reader may still refuse, with line and column, when it doesn't hold together: an id that is given twice, a process without a lost stage, a validity that
/// ends before it begins. What a schema refuses its reader refuses.
/// </remarks>
public static class DocumentSchemas
{
    private static readonly string[] WithSchema = [DocumentKinds.ActivityPoints, DocumentKinds.Cadences, DocumentKinds.Organisation, DocumentKinds.SalesProcess];

    /// <summary>The kinds of document that have a schema here, sorted.</summary>
    public static IReadOnlyList<string> Kinds => WithSchema;

    /// <summary>The schema of a kind of document, as JSON text.</summary>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <exception cref="ArgumentException">The kind has no schema here.</exception>
    public static string Of(string kind)
    {
        if (!WithSchema.Contains(kind))
        {
            throw new ArgumentException($"There is no schema of '{kind}' here; known: {string.Join(", ", WithSchema)}.", nameof(kind));
        }

        using var reader = new StreamReader(typeof(DocumentSchemas).Assembly.GetManifestResourceStream($"{kind}.schema.json")!);
        return reader.ReadToEnd();
    }
}
