namespace ActivityMgmt.Testing.Tests;

/// <summary>The checks of a document store can fail.</summary>
public class DocumentStoreConformanceTests
{
    private static readonly Dictionary<string, (Func<IDocumentStore> Store, string Check)> Faults = new()
    {
        ["overwrites"] = (() => new LooseDocumentStore { Overwrites = true }, "A published version never takes another text or other dates"),
        ["lets versions overlap"] = (() => new LooseDocumentStore(), "Versions that overlap without one yielding are refused, and nothing of them is stored"),
        ["lets versions overlap, as chance finds out"] = (() => new LooseDocumentStore(), "By chance: each day's document is the one a reader would pick"),
        ["picks the first published"] = (() => new LooseDocumentStore { Picks = d => d.FirstOrDefault() }, "Of several ids that apply, the first by id counts, ordinally"),
        ["picks the highest version"] = (() => new LooseDocumentStore { Picks = d => d.MaxBy(x => x.Version) }, "Of several ids that apply, the first by id counts, ordinally"),
        ["picks the earliest begin"] = (() => new LooseDocumentStore { Picks = d => d.MinBy(x => x.EffectiveFrom) }, "An open end yields to a higher version that begins later"),
        ["leaves the last day out"] = (() => new LooseDocumentStore { Applies = (d, on) => d.EffectiveFrom <= on && !(d.EffectiveTo <= on) }, "A document applies from its first to its last day, both included"),
        ["leaves the first day out"] = (() => new LooseDocumentStore { Applies = (d, on) => d.EffectiveFrom < on && !(d.EffectiveTo < on) }, "A document applies from its first to its last day, both included"),
        ["ends what is open"] = (() => new LooseDocumentStore { Applies = (d, on) => d.AppliesOn(on) && on.Year < 2100 }, "A document without a last day applies for good"),
        ["writes line ends its own way"] = (() => new LooseDocumentStore { Keeps = d => d with { Text = d.Text.ReplaceLineEndings("\n") } }, "A document comes back as it was published, letter by letter"),
        ["forgets the file's name"] = (() => new LooseDocumentStore { Keeps = d => d with { FileName = null! } }, "A document comes back as it was published, letter by letter"),
        ["leaks tenants"] = (() => new LooseDocumentStore { Tenant = _ => "all" }, "Two tenants never meet"),
        ["takes a call without tenant"] = (() => new LooseDocumentStore(), "A call without tenant is refused"),
        ["is deaf to cancellation"] = (() => new LooseDocumentStore(), "A cancelled call does nothing and says so"),
        ["has no lock"] = (() => new LooseDocumentStore(), "Of different texts of one version published at once, one wins"),
        ["mixes kinds up"] = (() => new LooseDocumentStore { Keeps = d => d with { Kind = DocumentKinds.PayPlan } }, "Documents are found by kind"),
    };

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_broken_store_is_caught_by_the_check_that_names_the_promise(string fault)
    {
        var (store, check) = Faults[fault];

        var caught = await Assert.ThrowsAsync<ConformanceException>(() => DocumentStoreConformance.Suite.RunAsync(check, store()));

        Assert.Equal(("IDocumentStore", check), (caught.Port, caught.Check));
    }

    /// <summary>Checks nothing; each test adds one more way to be wrong.</summary>
    private sealed class LooseDocumentStore : IDocumentStore
    {
        private readonly List<(string? Tenant, PublishedDocument Document)> _documents = [];

        public bool Overwrites { get; init; }

        public Func<PublishedDocument, PublishedDocument> Keeps { get; init; } = d => d;

        public Func<PublishedDocument, LocalDate, bool> Applies { get; init; } = (d, on) => d.AppliesOn(on);

        public Func<IEnumerable<PublishedDocument>, PublishedDocument?> Picks { get; init; } =
            d => d.OrderBy(x => x.Id, StringComparer.Ordinal).ThenByDescending(x => x.EffectiveFrom).FirstOrDefault();

        public Func<CallContext, string?> Tenant { get; init; } = c => c.Tenant.Value;

        public Task PublishAsync(CallContext call, PublishedDocument document, CancellationToken cancellation)
        {
            lock (_documents)
            {
                if (Overwrites)
                {
                    _documents.RemoveAll(d => d.Document.Version == document.Version && d.Document.Id == document.Id);
                }

                _documents.Add((Tenant(call), Keeps(document)));
            }

            return Task.CompletedTask;
        }

        public Task<PublishedDocument?> FindAsync(CallContext call, string kind, LocalDate date, CancellationToken cancellation)
        {
            lock (_documents)
            {
                return Task.FromResult(Picks(_documents.Where(d => d.Tenant == Tenant(call) && d.Document.Kind == kind && Applies(d.Document, date)).Select(d => d.Document)));
            }
        }
    }
}
