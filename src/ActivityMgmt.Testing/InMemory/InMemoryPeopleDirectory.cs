using System.Collections.Concurrent;

namespace ActivityMgmt.Testing;

/// <summary>Keeps names in memory, apart from the facts. An <see cref="InMemoryFactStore"/> fills it with the names of deliveries.</summary>
/// <remarks>Safe for concurrent use. The last name in a delivery counts; an older delivery, sent again, doesn't overwrite what a later one brought.</remarks>
public sealed class InMemoryPeopleDirectory : IPeopleDirectory
{
    private readonly ConcurrentDictionary<TenantId, Dictionary<(FactKind Kind, string Id), Entry>> _tenants = new();

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<string, string>> NamesAsync(CallContext call, FactKind kind, CancellationToken cancellation) =>
        Answer.With<IReadOnlyDictionary<string, string>>(
            () =>
            {
                if (!_tenants.TryGetValue(Answer.TenantOf(call), out var names))
                {
                    return new Dictionary<string, string>();
                }

                lock (names)
                {
                    return names.Where(n => n.Key.Kind == kind).ToDictionary(n => n.Key.Id, n => n.Value.Name, StringComparer.Ordinal);
                }
            },
            cancellation);

    internal void Keep(TenantId tenant, IReadOnlyList<PersonName> people, DeliveryOrder delivery)
    {
        var names = _tenants.GetOrAdd(tenant, _ => []);
        lock (names)
        {
            foreach (var person in people)
            {
                var key = (person.Kind, person.Id);
                if (!names.TryGetValue(key, out var known) || known.Delivery <= delivery)
                {
                    names[key] = new(person.Name, delivery);
                }
            }
        }
    }

    private sealed record Entry(string Name, DeliveryOrder Delivery);
}
