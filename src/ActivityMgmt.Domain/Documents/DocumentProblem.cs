using System.Globalization;

namespace ActivityMgmt.Domain;

/// <summary>A place in a document.</summary>
/// <param name="File">The document's name.</param>
/// <param name="Path">JSON path of the value, such as <c>$.components[1].bands[2].from</c>.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column in characters, from 1.</param>
public sealed record DocumentPlace(string File, string Path, int Line, int Column)
{
    /// <summary>File, line, column and path: <c>plan.json(12,7) $.components[1]</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}({Line},{Column}) {Path}");
}

/// <summary>What is wrong with a document, where, and what to do about it.</summary>
/// <param name="Place">Where.</param>
/// <param name="Reason">What is wrong, what was expected, and the remedy.</param>
public sealed record DocumentProblem(DocumentPlace Place, Reason Reason);

/// <summary>A document was not accepted. Carries every problem found, not just the first.</summary>
public sealed class DocumentException : Exception
{
    /// <summary>Refuses a document.</summary>
    public DocumentException(IReadOnlyList<DocumentProblem> problems)
        : base(string.Join(Environment.NewLine, (problems ?? []).Select(p => $"{p.Place}: {p.Reason}")))
    {
        ArgumentNullException.ThrowIfNull(problems);
        Problems = problems;
    }

    /// <summary>The problems, in the order of the document.</summary>
    public IReadOnlyList<DocumentProblem> Problems { get; }
}
