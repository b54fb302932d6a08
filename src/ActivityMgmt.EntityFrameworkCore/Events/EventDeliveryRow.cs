namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>A row of <c>event_deliveries</c>: how far a subscriber is.</summary>
internal sealed class EventDeliveryRow
{
    public required string Tenant { get; set; }

    public required string Subscriber { get; set; }

    public required long Sequence { get; set; }
}
