using Microsoft.EntityFrameworkCore;
using NodaTime.Text;

namespace ActivityMgmt.EntityFrameworkCore;

/// <summary>Published documents in the table <c>documents</c>, never changed.</summary>
internal sealed class DocumentStore(ActivityStorage storage) : IDocumentStore
{
    public Task PublishAsync(CallContext call, PublishedDocument document, CancellationToken cancellation)
    {
        var tenant = TenantKey.Of(call);
        ArgumentNullException.ThrowIfNull(document);
        return storage.WriteAsync(
            async (context, _) =>
            {
                var versions = await context.Documents.AsNoTracking()
                    .Where(d => d.Tenant == tenant && d.Kind == document.Kind && d.Id == document.Id)
                    .ToListAsync(cancellation).ConfigureAwait(false);
                if (versions.Find(v => v.Version == document.Version) is { } published)
                {
                    return IsSame(published, document) ? true : throw Conflict("storage.document-differs", document);
                }

                if (versions.ConvertAll(Document).Find(v => Clash(v, document)) is { } other)
                {
                    throw Conflict("storage.document-overlaps", document, ("other", other.Version));
                }

                context.Documents.Add(Row(tenant, document));
                await context.SaveChangesAsync(cancellation).ConfigureAwait(false);
                return true;
            },
            cancellation);
    }

    public Task<PublishedDocument?> FindAsync(CallContext call, string kind, LocalDate date, CancellationToken cancellation)
    {
        var tenant = TenantKey.Of(call);
        ArgumentNullException.ThrowIfNull(kind);
        return storage.ReadAsync(
            async context =>
            {
                var rows = await context.Documents.AsNoTracking()
                    .Where(d => d.Tenant == tenant && d.Kind == kind)
                    .ToListAsync(cancellation).ConfigureAwait(false);
                return rows.ConvertAll(Document)
                    .Where(d => d.AppliesOn(date))
                    .OrderBy(d => d.Id, StringComparer.Ordinal)
                    .ThenByDescending(d => d.EffectiveFrom)
                    .FirstOrDefault();
            },
            cancellation);
    }

    // An open end yields to a higher version that begins later.
    private static bool Clash(PublishedDocument one, PublishedDocument other)
    {
        var (earlier, later) = one.EffectiveFrom <= other.EffectiveFrom ? (one, other) : (other, one);
        return earlier.EffectiveTo is { } end
            ? end >= later.EffectiveFrom
            : earlier.EffectiveFrom == later.EffectiveFrom || earlier.Version > later.Version;
    }

    private static bool IsSame(DocumentRow row, PublishedDocument document) =>
        row.Text == document.Text
        && row.EffectiveFrom == LocalDatePattern.Iso.Format(document.EffectiveFrom)
        && row.EffectiveTo == Iso(document.EffectiveTo);

    private static DocumentRow Row(string tenant, PublishedDocument document) => new()
    {
        Tenant = tenant,
        Kind = document.Kind,
        Id = document.Id,
        Version = document.Version,
        EffectiveFrom = LocalDatePattern.Iso.Format(document.EffectiveFrom),
        EffectiveTo = Iso(document.EffectiveTo),
        FileName = document.FileName,
        Text = document.Text,
        Hash = document.Hash,
    };

    private static PublishedDocument Document(DocumentRow row)
    {
        var document = new PublishedDocument
        {
            Kind = row.Kind,
            Id = row.Id,
            Version = row.Version,
            EffectiveFrom = LocalDatePattern.Iso.Parse(row.EffectiveFrom).GetValueOrThrow(),
            EffectiveTo = row.EffectiveTo is { } end ? LocalDatePattern.Iso.Parse(end).GetValueOrThrow() : null,
            Text = row.Text,
        };
        if (row.FileName != document.FileName)
        {
            document = document with { FileName = row.FileName };
        }

        return document.Hash == row.Hash
            ? document
            : throw new StorageException(Reason.Of("storage.document-altered", ("kind", row.Kind), ("id", row.Id), ("version", row.Version)));
    }

    private static string? Iso(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : null;

    private static ConflictException Conflict(string code, PublishedDocument document, params (string Name, ReasonValue Value)[] more) =>
        new(Reason.Of(code, [("kind", document.Kind), ("id", document.Id), ("version", document.Version), .. more]));
}
