namespace ActivityMgmt.Domain;

/// <summary>A delivery's place among all deliveries, whenever each of them arrived: by date of delivery, then by name, ordinally.</summary>
/// <param name="DeliveredOn">The date on which it was delivered.</param>
/// <param name="Name">Its name.</param>
public readonly record struct DeliveryOrder(LocalDate DeliveredOn, string Name) : IComparable<DeliveryOrder>
{
    /// <inheritdoc/>
    public int CompareTo(DeliveryOrder other)
    {
        var byDate = DeliveredOn.CompareTo(other.DeliveredOn);
        return byDate != 0 ? byDate : string.CompareOrdinal(Name, other.Name);
    }

    /// <summary>Whether the left delivery comes first.</summary>
    public static bool operator <(DeliveryOrder left, DeliveryOrder right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left delivery comes last.</summary>
    public static bool operator >(DeliveryOrder left, DeliveryOrder right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left delivery comes first or is the same.</summary>
    public static bool operator <=(DeliveryOrder left, DeliveryOrder right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left delivery comes last or is the same.</summary>
    public static bool operator >=(DeliveryOrder left, DeliveryOrder right) => left.CompareTo(right) >= 0;
}
