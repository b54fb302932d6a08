using NodaTime.Text;

namespace ActivityMgmt.Domain;

/// <summary>The members that every document begins with: <c>id</c>, <c>version</c> and <c>effective</c>.</summary>
public sealed record DocumentHeader
{
    /// <summary>The document's id, such as <c>agency-quarter</c>; not empty.</summary>
    public required string Id { get; init; }

    /// <summary>The version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The first day on which it applies, included.</summary>
    public required LocalDate EffectiveFrom { get; init; }

    /// <summary>The last day on which it applies, included; <see langword="null"/> while no end is known.</summary>
    public LocalDate? EffectiveTo { get; init; }

    /// <summary>The name of the file it was read from, for messages.</summary>
    public required string FileName { get; init; }

    /// <summary>The names of the header's members, for <see cref="DocumentNode.AllowOnly"/>.</summary>
    public static IReadOnlyList<string> Members { get; } = ["id", "version", "effective"];

    /// <summary>Reads the header from a document's root; <c>effective</c> is written <c>2026-01-01/..</c> or <c>2026-01-01/2026-12-31</c>, both days included.</summary>
    /// <remarks>What is wrong is reported to the node, and a harmless stand-in is returned; see <see cref="DocumentNode.ThrowIfProblems"/>.</remarks>
    public static DocumentHeader Read(DocumentNode document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var (from, to) = ReadEffective(document["effective"]);
        return new()
        {
            Id = IdOf(document["id"]),
            Version = VersionOf(document["version"]),
            EffectiveFrom = from,
            EffectiveTo = to,
            FileName = document.Place.File,
        };
    }

    /// <summary>The document as it is published: this header, its kind and the JSON text it was read from.</summary>
    /// <param name="kind">One of <see cref="DocumentKinds"/>, or a host's own.</param>
    /// <param name="text">The whole JSON text.</param>
    public PublishedDocument ToPublished(string kind, string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(kind);
        ArgumentNullException.ThrowIfNull(text);
        return new() { Kind = kind, Id = Id, Version = Version, EffectiveFrom = EffectiveFrom, EffectiveTo = EffectiveTo, Text = text, FileName = FileName };
    }

    private static string IdOf(DocumentNode node)
    {
        var id = node.Text();
        if (node.Kind == DocumentNodeKind.Text && string.IsNullOrWhiteSpace(id))
        {
            node.Report(Reason.Of("document.empty-id"));
        }

        return id;
    }

    private static int VersionOf(DocumentNode node)
    {
        var version = node.Whole();
        if (node.Kind == DocumentNodeKind.Number && version < 1 && node.Number() == version)
        {
            node.Report(Reason.Of("document.version-from-1", ("value", version)));
        }

        return Math.Max(version, 1);
    }

    /// <summary>Reads a validity such as <c>2026-01-01/..</c> or <c>2026-01-01/2026-12-31</c>, both days included; what is wrong is reported to the node.</summary>
    public static (LocalDate From, LocalDate? To) ReadEffective(DocumentNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        var text = node.Text();
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash > 0
            && LocalDatePattern.Iso.Parse(text[..slash]).TryGetValue(default, out var from)
            && End(text[(slash + 1)..]) is (true, var to))
        {
            if (to < from)
            {
                node.Report(Reason.Of("document.effective-order", ("from", from), ("to", to.Value)));
            }

            return (from, to);
        }

        if (node.Kind == DocumentNodeKind.Text)
        {
            node.Report(Reason.Of("document.effective-form", ("value", text)));
        }

        return (new(1, 1, 1), null);
    }

    private static (bool Ok, LocalDate? Date) End(string text) =>
        text == ".." ? (true, null)
        : LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var date) ? (true, date)
        : (false, null);
}
