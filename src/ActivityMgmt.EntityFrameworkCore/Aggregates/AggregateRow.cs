namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>A row of <c>aggregates</c>.</summary>
internal sealed class AggregateRow
{
    public required string Tenant { get; set; }

    public required string Type { get; set; }

    public required string Key { get; set; }

    public required string Partition { get; set; }

    public required long Token { get; set; }

    public required int ContentFormat { get; set; }

    public required string Content { get; set; }
}
