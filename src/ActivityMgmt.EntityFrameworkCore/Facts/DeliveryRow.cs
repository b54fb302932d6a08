namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>A row of <c>deliveries</c>.</summary>
internal sealed class DeliveryRow
{
    public long Id { get; set; }

    public required string Tenant { get; set; }

    public required string Source { get; set; }

    public required string Name { get; set; }

    public required string DeliveredOn { get; set; }

    public required long Sequence { get; set; }
}
