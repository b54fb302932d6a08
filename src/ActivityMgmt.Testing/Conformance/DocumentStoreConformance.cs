namespace ActivityMgmt.Testing;

/// <summary>What <see cref="IDocumentStore"/> promises, check by check.</summary>
public static partial class DocumentStoreConformance
{
    private static readonly LocalDate July = new(2026, 7, 1);
    private static readonly LocalDate August = new(2026, 8, 1);
    private static readonly LocalDate September30 = new(2026, 9, 30);
    private static readonly LocalDate October = new(2026, 10, 1);

    /// <summary>The checks.</summary>
    public static ConformanceSuite<IDocumentStore> Suite { get; } = new(
        nameof(IDocumentStore),
        [
            ("A store that was given nothing finds nothing", FindsNothingAtFirstAsync),
            ("A document comes back as it was published, letter by letter", ComesBackAsync),
            ("A document applies from its first to its last day, both included", EdgesAsync),
            ("A document without a last day applies for good", OpenEndAsync),
            ("Documents are found by kind", KindsAsync),
            ("Of several ids that apply, the first by id counts, ordinally", IdsAsync),

            ("Publishing the same again changes nothing", AgainAsync),
            ("A published version never takes another text or other dates", NeverChangesAsync),
            ("An open end yields to a higher version that begins later", YieldsAsync),
            ("Versions may be published in any order", AnyOrderAsync),
            ("Versions that overlap without one yielding are refused, and nothing of them is stored", OverlapsAsync),
            ("Documents of different kinds and ids never overlap", OtherIdsAsync),

            ("Two tenants never meet", TenantsAsync),
            ("A call without tenant is refused", WithoutTenantAsync),
            ("A cancelled call does nothing and says so", CancelledAsync),
            ("Of different texts of one version published at once, one wins", OneWinsAsync),
            ("The same text published several times at once is published once", SameAtOnceAsync),

            ("By chance: each day's document is the one a reader would pick", PickedAsync),
        ]);

    private static PublishedDocument Plan(int version, LocalDate from, LocalDate? to = null, string text = "{}", string id = "agency-quarter", string kind = DocumentKinds.PayPlan) => new()
    {
        Kind = kind,
        Id = id,
        Version = version,
        EffectiveFrom = from,
        EffectiveTo = to,
        Text = text,
    };

    private static Task PublishAsync(this Trial<IDocumentStore> trial, PublishedDocument document, CallContext? call = null) =>
        trial.Port.PublishAsync(call ?? trial.Call, document, trial.Cancellation);

    private static async Task PublishAsync(this Trial<IDocumentStore> trial, params PublishedDocument[] documents)
    {
        foreach (var document in documents)
        {
            await trial.PublishAsync(document, call: null).ConfigureAwait(false);
        }
    }

    private static Task<PublishedDocument?> FindAsync(this Trial<IDocumentStore> trial, LocalDate date, string kind = DocumentKinds.PayPlan, CallContext? call = null) =>
        trial.Port.FindAsync(call ?? trial.Call, kind, date, trial.Cancellation);

    private static async Task FindsAsync(this Trial<IDocumentStore> trial, LocalDate date, int? version) =>
        trial.Equal($"The version that applies on {date:uuuu-MM-dd}", version, (await trial.FindAsync(date).ConfigureAwait(false))?.Version);

    private static async Task RefusedAsync(this Trial<IDocumentStore> trial, string what, PublishedDocument document) =>
        await trial.ThrowsAsync<ConflictException>(what, () => trial.PublishAsync(document, call: null)).ConfigureAwait(false);
}
