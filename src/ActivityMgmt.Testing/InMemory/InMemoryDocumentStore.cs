using System.Collections.Concurrent;

namespace ActivityMgmt.Testing;

/// <summary>Keeps published documents in memory, as <see cref="IDocumentStore"/> promises; gone with the object.</summary>
/// <remarks>Safe for concurrent use. A conflict's reason has the same code as that of a durable store: <c>storage.document-differs</c> or <c>storage.document-overlaps</c>.</remarks>
public sealed class InMemoryDocumentStore : IDocumentStore
{
    private readonly ConcurrentDictionary<TenantId, List<PublishedDocument>> _tenants = new();

    /// <inheritdoc/>
    public Task PublishAsync(CallContext call, PublishedDocument document, CancellationToken cancellation) => Answer.With(
        () =>
        {
            var tenant = Answer.TenantOf(call);
            ArgumentNullException.ThrowIfNull(document);
            var published = _tenants.GetOrAdd(tenant, _ => []);
            lock (published)
            {
                var versions = published.FindAll(d => d.Kind == document.Kind && d.Id == document.Id);
                if (versions.Find(v => v.Version == document.Version) is { } same)
                {
                    return IsSame(same, document) ? same : throw Conflict("storage.document-differs", document);
                }

                if (versions.Find(v => Clash(v, document)) is { } other)
                {
                    throw Conflict("storage.document-overlaps", document, ("other", other.Version));
                }

                published.Add(document);
                return document;
            }
        },
        cancellation);

    /// <inheritdoc/>
    public Task<PublishedDocument?> FindAsync(CallContext call, string kind, LocalDate date, CancellationToken cancellation) => Answer.With(
        () =>
        {
            var tenant = Answer.TenantOf(call);
            ArgumentNullException.ThrowIfNull(kind);
            if (!_tenants.TryGetValue(tenant, out var published))
            {
                return null;
            }

            lock (published)
            {
                return published
                    .Where(d => d.Kind == kind && d.AppliesOn(date))
                    .OrderBy(d => d.Id, StringComparer.Ordinal)
                    .ThenByDescending(d => d.EffectiveFrom)
                    .FirstOrDefault();
            }
        },
        cancellation);

    // An open end yields to a higher version that begins later.
    private static bool Clash(PublishedDocument one, PublishedDocument other)
    {
        var (earlier, later) = one.EffectiveFrom <= other.EffectiveFrom ? (one, other) : (other, one);
        return earlier.EffectiveTo is { } end
            ? end >= later.EffectiveFrom
            : earlier.EffectiveFrom == later.EffectiveFrom || earlier.Version > later.Version;
    }

    private static bool IsSame(PublishedDocument one, PublishedDocument other) =>
        one.Text == other.Text && one.EffectiveFrom == other.EffectiveFrom && one.EffectiveTo == other.EffectiveTo;

    private static ConflictException Conflict(string code, PublishedDocument document, params (string Name, ReasonValue Value)[] more) =>
        new(Reason.Of(code, [("kind", document.Kind), ("id", document.Id), ("version", document.Version), .. more]));
}
