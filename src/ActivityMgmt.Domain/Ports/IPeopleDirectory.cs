namespace ActivityMgmt.Domain;

/// <summary>Names of agents and customers, joined at rendering.</summary>
/// <remarks>
/// Where deliveries of facts bring the names: every delivery does that is not refused, even when none of its facts is stored. The last name in a delivery counts, and the
/// name of the latest delivery by <see cref="DeliveryOrder"/>, whenever an earlier one arrives.
/// </remarks>
public interface IPeopleDirectory
{
    /// <summary>The names known for a kind of person, by id. An id that is not in it has no name, or had it erased.</summary>
    Task<IReadOnlyDictionary<string, string>> NamesAsync(CallContext call, FactKind kind, CancellationToken cancellation);
}
