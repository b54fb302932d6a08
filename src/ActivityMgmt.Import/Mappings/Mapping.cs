using System.Text;

namespace ActivityMgmt.Import;

/// <summary>What a mapping document says, ready for reading.</summary>
internal sealed record Mapping
{
    public required string Id { get; init; }

    public required int Version { get; init; }

    public required string Source { get; init; }

    public required string? Currency { get; init; }

    public required DateTimeZone Zone { get; init; }

    public required bool HasFoldersByDate { get; init; }

    public required LocalDate? DeliveredOn { get; init; }

    public required Encoding Encoding { get; init; }

    public required string Delimiter { get; init; }

    public required string Salt { get; init; }

    public required IReadOnlySet<string> Tolerated { get; init; }

    public required IReadOnlyList<FileMapping> Files { get; init; }

    /// <summary>The files that hold the master data of a kind, for messages.</summary>
    public IReadOnlyList<string> FilesOf(FactKind kind) => [.. Files.Where(f => f.Shape.Kind == kind).Select(f => f.File).Distinct()];
}
