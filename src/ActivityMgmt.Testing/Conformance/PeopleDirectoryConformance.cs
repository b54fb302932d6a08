using static ActivityMgmt.Testing.FactTrials;

namespace ActivityMgmt.Testing;

/// <summary>What <see cref="IPeopleDirectory"/> promises, check by check, for a directory that is fed by a fact store's deliveries.</summary>
/// <remarks>A host whose directory reads the CRM's own tables has no deliveries to check; it is checked by the host's own tests.</remarks>
public static class PeopleDirectoryConformance
{
    /// <summary>The checks.</summary>
    public static ConformanceSuite<NamedFacts> Suite { get; } = new(
        nameof(IPeopleDirectory),
        [
            ("A directory that was given nothing knows nobody", NobodyAtFirstAsync),
            ("Names come with deliveries and are found by kind and id", FoundAsync),
            ("Names and ids of every script come back, and are only text", TextAsync),
            ("Names come even with a delivery of which no fact is stored", WithoutFactsAsync),
            ("Names are kept apart from the facts", ApartAsync),
            ("The last name in a delivery counts", LastInDeliveryAsync),
            ("The name of the latest delivery counts, whenever an earlier one arrives", LatestCountsAsync),
            ("Names of a refused delivery are not kept", RefusedAsync),
            ("Names that were read do not change any more", ImmutableAsync),
            ("Two tenants never meet", TenantsAsync),
            ("A call without tenant is refused", WithoutTenantAsync),
            ("A cancelled call says so", CancelledAsync),
            ("Names of deliveries at the same time are all kept", AtOnceAsync),
        ]);

    private static async Task NobodyAtFirstAsync(Trial<NamedFacts> trial)
    {
        await trial.KnowsAsync(FactKind.Agent).ConfigureAwait(false);
        await trial.KnowsAsync(FactKind.Customer).ConfigureAwait(false);
    }

    private static async Task FoundAsync(Trial<NamedFacts> trial)
    {
        await trial.AppendAsync(Delivery(First).Naming(FactKind.Agent, "1", "李娜").Naming(FactKind.Agent, "2", "Wang Fang").Naming(FactKind.Customer, "1", "张伟")).ConfigureAwait(false);

        await trial.KnowsAsync(FactKind.Agent, ("1", "李娜"), ("2", "Wang Fang")).ConfigureAwait(false);
        await trial.KnowsAsync(FactKind.Customer, ("1", "张伟")).ConfigureAwait(false);
    }

    private static async Task TextAsync(Trial<NamedFacts> trial)
    {
        string[] texts = ["a", "A", "á", "a\u0301", "a ", "张三 '丰' 😀", "'; DROP TABLE people; --", "%", "\\", "line\nbreak"];
        var delivery = texts.Aggregate(Delivery(First), (d, t) => d.Naming(FactKind.Customer, t, t));

        await trial.AppendAsync(delivery).ConfigureAwait(false);

        await trial.KnowsAsync(FactKind.Customer, [.. texts.Select(t => (t, t))]).ConfigureAwait(false);
    }

    private static async Task WithoutFactsAsync(Trial<NamedFacts> trial)
    {
        await trial.AppendAsync(TestDeliveries.On(First).Naming(FactKind.Agent, "1", "李娜")).ConfigureAwait(false);

        await trial.KnowsAsync(FactKind.Agent, ("1", "李娜")).ConfigureAwait(false);
    }

    private static async Task ApartAsync(Trial<NamedFacts> trial)
    {
        await trial.AppendAsync(TestDeliveries.On(First, TestFacts.Joined("1")).Naming(FactKind.Agent, "1", "李娜").Naming(FactKind.Agent, "2", "王芳")).ConfigureAwait(false);

        var book = await trial.Port.Facts.ReadAsync(trial.Call, null, trial.Cancellation).ConfigureAwait(false);
        trial.Equal("The facts read", [TestFacts.Joined("1")], book.All);
        await trial.KnowsAsync(FactKind.Agent, ("1", "李娜"), ("2", "王芳")).ConfigureAwait(false);
    }

    private static async Task LastInDeliveryAsync(Trial<NamedFacts> trial)
    {
        await trial.AppendAsync(Delivery(First).Naming(FactKind.Agent, "1", "wrong").Naming(FactKind.Agent, "1", "李娜")).ConfigureAwait(false);

        await trial.KnowsAsync(FactKind.Agent, ("1", "李娜")).ConfigureAwait(false);
    }

    private static async Task LatestCountsAsync(Trial<NamedFacts> trial)
    {
        await trial.AppendAsync(Delivery(First).Naming(FactKind.Agent, "1", "first")).ConfigureAwait(false);
        await trial.AppendAsync(Delivery(Third).Naming(FactKind.Agent, "1", "third")).ConfigureAwait(false);
        await trial.AppendAsync(Delivery(Second).Naming(FactKind.Agent, "1", "second").Naming(FactKind.Agent, "2", "new")).ConfigureAwait(false);
        await trial.AppendAsync(Delivery(First).Naming(FactKind.Agent, "1", "first")).ConfigureAwait(false);

        await trial.KnowsAsync(FactKind.Agent, ("1", "third"), ("2", "new")).ConfigureAwait(false);

        await trial.AppendAsync((Delivery(Third) with { Name = "crm-2026-07-15-evening" }).Naming(FactKind.Agent, "1", "later by name")).ConfigureAwait(false);
        await trial.KnowsAsync(FactKind.Agent, ("1", "later by name"), ("2", "new")).ConfigureAwait(false);
    }

    private static async Task RefusedAsync(Trial<NamedFacts> trial)
    {
        await trial.AppendAsync(Delivery(First).Naming(FactKind.Agent, "1", "李娜")).ConfigureAwait(false);
        var refused = TestDeliveries.On(First, Visit("new")).Naming(FactKind.Agent, "1", "wrong") with { DeliveredOn = Third };

        await trial.ThrowsAsync<ConflictException>("More under a known name with another date", () => trial.AppendAsync(refused)).ConfigureAwait(false);

        await trial.KnowsAsync(FactKind.Agent, ("1", "李娜")).ConfigureAwait(false);
    }

    private static async Task ImmutableAsync(Trial<NamedFacts> trial)
    {
        await trial.AppendAsync(Delivery(First).Naming(FactKind.Agent, "1", "李娜")).ConfigureAwait(false);
        var names = await trial.NamesAsync(FactKind.Agent).ConfigureAwait(false);

        await trial.AppendAsync(Delivery(Second).Naming(FactKind.Agent, "1", "王芳").Naming(FactKind.Agent, "2", "张伟")).ConfigureAwait(false);

        trial.Equal("The names that were read before", [new("1", "李娜")], names);
    }

    private static async Task TenantsAsync(Trial<NamedFacts> trial)
    {
        await trial.AppendAsync(Delivery(First).Naming(FactKind.Agent, "1", "mine")).ConfigureAwait(false);
        trial.Equal("What another tenant knows", [], await trial.NamesAsync(FactKind.Agent, trial.Stranger).ConfigureAwait(false));

        await trial.AppendAsync(Delivery(Second).Naming(FactKind.Agent, "1", "theirs"), trial.Stranger).ConfigureAwait(false);

        await trial.KnowsAsync(FactKind.Agent, ("1", "mine")).ConfigureAwait(false);
        trial.Equal("What the other tenant knows", [new("1", "theirs")], await trial.NamesAsync(FactKind.Agent, trial.Stranger).ConfigureAwait(false));
    }

    private static Task WithoutTenantAsync(Trial<NamedFacts> trial) =>
        trial.RefusedWithoutTenantAsync("NamesAsync", call => trial.NamesAsync(FactKind.Agent, call));

    private static Task CancelledAsync(Trial<NamedFacts> trial) =>
        trial.CancelledAsync("NamesAsync", token => trial.Port.People.NamesAsync(trial.Call, FactKind.Agent, token));

    private static async Task AtOnceAsync(Trial<NamedFacts> trial)
    {
        await Trial<NamedFacts>.AtOnceAsync(
            6, n => trial.AppendAsync(Delivery(First.PlusDays(n)).Naming(FactKind.Agent, $"E{n}", $"name {n}"))).ConfigureAwait(false);

        await trial.KnowsAsync(FactKind.Agent, [.. Enumerable.Range(0, 6).Select(n => ($"E{n}", $"name {n}"))]).ConfigureAwait(false);
    }

    private static FactDelivery Delivery(LocalDate on) => TestDeliveries.On(on, Visit($"{on:uuuu-MM-dd}"));

    private static Task<IntakeResult> AppendAsync(this Trial<NamedFacts> trial, FactDelivery delivery, CallContext? call = null) =>
        trial.Port.Facts.AppendAsync(call ?? trial.Call, delivery, trial.Cancellation);

    private static Task<IReadOnlyDictionary<string, string>> NamesAsync(this Trial<NamedFacts> trial, FactKind kind, CallContext? call = null) =>
        trial.Port.People.NamesAsync(call ?? trial.Call, kind, trial.Cancellation);

    private static async Task KnowsAsync(this Trial<NamedFacts> trial, FactKind kind, params (string Id, string Name)[] expected) => trial.Equal(
        $"The names of kind {kind}",
        expected.OrderBy(n => n.Id, StringComparer.Ordinal),
        (await trial.NamesAsync(kind).ConfigureAwait(false)).Select(n => (n.Key, n.Value)).OrderBy(n => n.Key, StringComparer.Ordinal));
}
