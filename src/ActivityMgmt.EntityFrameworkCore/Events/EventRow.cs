namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>A row of <c>events</c>.</summary>
internal sealed class EventRow
{
    public required string Tenant { get; set; }

    public required long Sequence { get; set; }

    public required int ContentFormat { get; set; }

    public required string Content { get; set; }
}
