namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>A row of <c>documents</c>.</summary>
internal sealed class DocumentRow
{
    public required string Tenant { get; set; }

    public required string Kind { get; set; }

    public required string Id { get; set; }

    public required int Version { get; set; }

    public required string EffectiveFrom { get; set; }

    public required string? EffectiveTo { get; set; }

    public required string FileName { get; set; }

    public required string Text { get; set; }

    public required string Hash { get; set; }
}
