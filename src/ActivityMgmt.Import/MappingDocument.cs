using System.Text;

namespace ActivityMgmt.Import;

/// <summary>Says how a CRM's files become facts: which column is what, formats, codes, time zone, currency, and what is tolerated.</summary>
/// <remarks>Immutable and safe for concurrent use. The format is described in docs/how-to/map-another-crm.md.</remarks>
public sealed class MappingDocument
{
    private MappingDocument(Mapping mapping) => Mapping = mapping;

    /// <summary>The document's id, such as <c>lianan-crm</c>.</summary>
    public string Id => Mapping.Id;

    /// <summary>The version, from 1.</summary>
    public int Version => Mapping.Version;

    /// <summary>The source system that facts name as their origin.</summary>
    public string Source => Mapping.Source;

    /// <summary>The sorts of fact that the files give, in the order of <see cref="FactKind"/>. What is not here, no export read with this mapping can hold.</summary>
    public IReadOnlyList<FactKind> Kinds => [.. Mapping.Files.Select(f => f.Shape.Kind).Distinct().Order()];

    internal Mapping Mapping { get; }

    /// <summary>Reads a mapping document.</summary>
    /// <param name="text">The JSON text.</param>
    /// <param name="file">The document's name, for messages.</param>
    /// <exception cref="DocumentException">The document is wrong; carries every problem with line, column and JSON path.</exception>
    public static MappingDocument Parse(string text, string file)
    {
        var root = DocumentNode.Parse(text, file);
        var mapping = new MappingReader(root).Read();
        root.ThrowIfProblems();
        return new(mapping);
    }

    /// <summary>Reads a mapping document from a UTF-8 file.</summary>
    /// <exception cref="DocumentException">The document is wrong; carries every problem with line, column and JSON path.</exception>
    /// <exception cref="IOException">The file can't be read.</exception>
    public static MappingDocument Load(string path) => Parse(File.ReadAllText(path, Encoding.UTF8), Path.GetFileName(path));

    /// <summary>This mapping for a folder that a CRM overwrites: the date on which the present content was delivered, which is also the delivery's name.</summary>
    /// <remarks>Has no effect on a mapping whose deliveries are folders named by date.</remarks>
    public MappingDocument WithDeliveredOn(LocalDate date) => new(Mapping with { DeliveredOn = date });

    /// <summary>This mapping with another salt for pseudonyms, such as one from the host's secret store. Other salt, other ids: choose it once.</summary>
    public MappingDocument WithSalt(string salt)
    {
        ArgumentException.ThrowIfNullOrEmpty(salt);
        return new(Mapping with { Salt = salt });
    }
}
