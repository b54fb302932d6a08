namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>A row of <c>people</c>.</summary>
internal sealed class PersonRow
{
    public required string Tenant { get; set; }

    public required string Kind { get; set; }

    public required string Id { get; set; }

    public required string Name { get; set; }

    public required string DeliveredOn { get; set; }

    public required string Delivery { get; set; }
}
