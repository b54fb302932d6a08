namespace ActivityMgmt.Testing.Tests;

/// <summary>The checks of a fact store can fail: each broken store is caught by the check that names its promise.</summary>
public class FactStoreConformanceTests
{
    private static readonly LocalDate Someday = new(2020, 1, 1);
    private static int _arrival;

    private static readonly Dictionary<string, (Func<IFactStore> Store, string Check)> Faults = new()
    {
        ["ignores revisions"] = (
            () => new BrokenFactStore(new InMemoryFactStore()) { Fact = f => f.InRevision(1) },
            "A higher revision replaces the known one"),
        ["counts what arrives last"] = (
            () => new BrokenFactStore(new InMemoryFactStore()) { Fact = f => f.InRevision(Interlocked.Increment(ref _arrival)) },
            "A lower revision is stale: counted, not stored"),
        ["counts what arrives last, as chance finds out"] = (
            () => new BrokenFactStore(new InMemoryFactStore()) { Fact = f => f.InRevision(Interlocked.Increment(ref _arrival)) },
            "By chance: any order, repetition and splitting of facts gives the same book"),
        ["leaks tenants"] = (
            () => new BrokenFactStore(new InMemoryFactStore()) { Call = c => c with { Tenant = c.Tenant.Value is null ? c.Tenant : new("all") } },
            "Two tenants never meet"),
        ["takes a call without tenant"] = (
            () => new BrokenFactStore(new InMemoryFactStore()) { Call = c => c.Tenant.Value is null ? c with { Tenant = new("nobody") } : c },
            "A call without tenant is refused"),
        ["knows only now"] = (
            () => new BrokenFactStore(new InMemoryFactStore()) { KnownAt = _ => null },
            "Reading as known at a delivery's sequence gives what was known then"),
        ["is one entry behind, as chance finds out"] = (
            () => new BrokenFactStore(new InMemoryFactStore()) { KnownAt = n => n - 1 },
            "By chance: reading as known at each delivery equals a naive replay"),
        ["stores facts one by one"] = (
            () => new BrokenFactStore(new InMemoryFactStore()) { IsPiecemeal = true },
            "A delivery that breaks off is not stored at all"),
        ["removes nothing"] = (
            () => new BrokenFactStore(new InMemoryFactStore()) { Delivery = d => d with { CompleteKinds = [] } },
            "A complete export removes what it leaves out, of its kinds and source only"),
        ["takes every export for complete"] = (
            () => new BrokenFactStore(new InMemoryFactStore()) { Delivery = d => d with { CompleteKinds = Enum.GetValues<FactKind>() } },
            "A complete export removes what it leaves out, of its kinds and source only"),
        ["orders deliveries by arrival"] = (
            () => new BrokenFactStore(new InMemoryFactStore()) { Delivery = d => d with { DeliveredOn = Someday.PlusDays(Interlocked.Increment(ref _arrival)), Name = d.Name + _arrival } },
            "An earlier complete export does not remove what a later delivery brought"),
        ["sends again what was removed"] = (
            () => new BrokenFactStore(new InMemoryFactStore()) { Delivery = d => d with { DeliveredOn = Someday.PlusDays(Interlocked.Increment(ref _arrival)), Name = d.Name + _arrival } },
            "Sending all deliveries once more, in any order, changes nothing"),
        ["lets a late export remove what was confirmed"] = (
            () => new BrokenFactStore(new InMemoryFactStore()) { Delivery = d => d with { DeliveredOn = Someday.PlusDays(Interlocked.Increment(ref _arrival)), Name = d.Name + _arrival } },
            "A complete export that arrives late does not remove what a later delivery confirmed"),
        ["takes what arrives late for new"] = (
            () => new BrokenFactStore(new InMemoryFactStore()) { Delivery = d => d with { DeliveredOn = Someday.PlusDays(Interlocked.Increment(ref _arrival)), Name = d.Name + _arrival } },
            "What arrives late and a later complete export left out is stored and stays removed"),
        ["orders deliveries by arrival, as chance finds out"] = (
            () => new BrokenFactStore(new InMemoryFactStore()) { Delivery = d => d with { DeliveredOn = Someday.PlusDays(Interlocked.Increment(ref _arrival)), Name = d.Name + _arrival } },
            "By chance: complete and partial deliveries end in the same state in whatever order they arrive"),
        ["forgets who delivered"] = (
            () => new BrokenFactStore(new InMemoryFactStore()) { Delivery = d => d with { Name = d.Name + Interlocked.Increment(ref _arrival) } },
            "More under a delivery's name with another date is refused as a whole"),
        ["takes one source for the other"] = (
            () => new BrokenFactStore(new InMemoryFactStore()) { Delivery = d => d with { Source = "crm" } },
            "A delivery's name is unique for its source only"),
        ["lists deliveries by date"] = (
            () => new BrokenFactStore(new InMemoryFactStore()) { Deliveries = d => d.OrderBy(x => x.DeliveredOn) },
            "Deliveries are listed in order of their commit sequence, each with its date"),
        ["swallows conflicts"] = (
            () => new BrokenFactStore(new InMemoryFactStore()) { Result = r => r with { Conflicts = [] } },
            "The same revision with other content is a conflict: reported, not stored"),
        ["forgets where a row was read"] = (
            () => new BrokenFactStore(new InMemoryFactStore()) { Result = r => r with { Conflicts = [.. r.Conflicts.Select(c => new IncomingFact(c.Fact))] } },
            "The same revision with other content is a conflict: reported, not stored"),
        ["counts deliveries, not what was stored"] = (
            () => new BrokenFactStore(new InMemoryFactStore()) { Result = r => r with { Sequence = Interlocked.Increment(ref _arrival) } },
            "The commit sequence grows with what is stored and stands still otherwise"),
        ["tells no letters apart"] = (
            () => new BrokenFactStore(new InMemoryFactStore()) { Fact = f => f with { Origin = f.Origin with { Id = f.Origin.Id.ToUpperInvariant() } } },
            "A fact is identified by kind, source and id, letter by letter"),
        ["trims text"] = (
            () => new BrokenFactStore(new InMemoryFactStore()) { Fact = f => f is ActivityFact a ? a with { Channel = a.Channel?.Trim() } : f },
            "Text of every script comes back, and is only text"),
        ["keeps two decimals"] = (
            () => new BrokenFactStore(new InMemoryFactStore()) { Fact = f => f is MarketFact { Value: > -100m and < 100m } m ? m with { Value = decimal.Round(m.Value, 2, MidpointRounding.ToEven) } : f },
            "Numbers and dates at their limits come back"),
        ["drops what is optional"] = (
            () => new BrokenFactStore(new InMemoryFactStore()) { Fact = f => f is CustomerFact c ? c with { MarketingConsent = null } : f },
            "Facts of every kind come back as they were delivered"),
        ["drops the source's sequence"] = (
            () => new BrokenFactStore(new InMemoryFactStore()) { Fact = f => f with { Origin = f.Origin with { Sequence = 0 } } },
            "Facts come back in canonical order, whatever the order of arrival"),
        ["is deaf to cancellation"] = (
            () => new BrokenFactStore(new InMemoryFactStore()) { IsDeaf = true },
            "A cancelled call does nothing and says so"),
        ["stores half of what is cancelled"] = (
            () => new BrokenFactStore(new InMemoryFactStore()) { IsPiecemeal = true },
            "A delivery cancelled on its way is stored wholly or not at all"),
        ["forgets what a delivery is based on"] = (
            () => new BrokenFactStore(new InMemoryFactStore()) { Delivery = d => d with { Basis = null } },
            "A change of what a delivery is based on is a conflict, and nothing is stored"),
        ["takes every change for a conflict"] = (
            () => new BrokenFactStore(new InMemoryFactStore()) { Delivery = d => d with { Basis = d.Basis is { } basis ? basis with { Kinds = Enum.GetValues<FactKind>() } : null } },
            "Of other kinds of fact than a delivery is based on, changes are no conflict; neither is a repetition"),
        ["asks twice what follows"] = (
            () => new BrokenFactStore(new InMemoryFactStore()) { Follows = f => r => { f(r); return f(r); } },
            "What follows is asked once, with what becomes of the delivery"),
        ["stores before it asks what follows"] = (
            () => new BrokenFactStore(new InMemoryFactStore()) { IsPiecemeal = true },
            "A delivery whose following throws is not stored at all"),
        ["has a last sequence of its own"] = (
            () => new BrokenFactStore(new InMemoryFactStore()) { Sequence = s => s + 1 },
            "The commit sequence grows with what is stored and stands still otherwise"),
        ["checks the basis, then stores"] = (() => new RacingFactStore(), "Of several deliveries at once on the same basis, one is stored"),
        ["has no lock"] = (() => new RacingFactStore(), "Deliveries at the same time lose nothing"),
        ["has no lock, and the same comes twice"] = (() => new RacingFactStore(), "The same delivery several times at once is stored once"),
    };

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_broken_store_is_caught_by_the_check_that_names_the_promise(string fault)
    {
        var (store, check) = Faults[fault];

        var caught = await Assert.ThrowsAsync<ConformanceException>(() => FactStoreConformance.Suite.RunAsync(check, store()));

        Assert.Equal(("IFactStore", check), (caught.Port, caught.Check));
        Assert.NotEqual(caught.Expected, caught.Actual);
    }

    [Fact]
    public void Every_kind_of_fact_is_tried() =>
        Assert.Equal(Enum.GetValues<FactKind>(), FactStoreConformance.OfEveryKind.Select(f => f.Kind).Distinct().Order());

    [Fact]
    public async Task A_failure_says_what_was_expected_and_what_came()
    {
        var broken = new BrokenFactStore(new InMemoryFactStore()) { Delivery = d => d with { CompleteKinds = [] } };

        var caught = await Assert.ThrowsAsync<ConformanceException>(
            () => FactStoreConformance.Suite.RunAsync("A complete export without facts removes every fact of its kind", broken));

        Assert.Equal("What became of the delivery 'crm-2026-07-08'", caught.What);
        Assert.Equal("Became { Added = 0, Revised = 0, Repeated = 0, Stale = 0, Removed = 2, Conflicts = 0 }", caught.Expected);
        Assert.Equal("Became { Added = 0, Revised = 0, Repeated = 0, Stale = 0, Removed = 0, Conflicts = 0 }", caught.Actual);
        Assert.Null(caught.Seed);
        Assert.Equal(
            "IFactStore: A complete export without facts removes every fact of its kind.\n"
            + $"  {caught.What}\n  Expected: {caught.Expected}\n  Actual:   {caught.Actual}",
            caught.Message);
    }

    [Fact]
    public async Task A_failure_by_chance_names_its_seed_and_comes_again_with_it()
    {
        const string check = "By chance: reading as known at each delivery equals a naive replay";
        var caught = await Assert.ThrowsAsync<ConformanceException>(() => FactStoreConformance.Suite.RunAsync(check, Forgetful(), new() { FirstSeed = 100 }));

        var again = await Assert.ThrowsAsync<ConformanceException>(
            () => FactStoreConformance.Suite.RunAsync(check, Forgetful(), new() { FirstSeed = caught.Seed!.Value, Rounds = 1 }));

        Assert.InRange(caught.Seed!.Value, 100, 119);
        Assert.Equal(caught.Message, again.Message);
        Assert.EndsWith($"Seed:     {caught.Seed}", caught.Message, StringComparison.Ordinal);

        static BrokenFactStore Forgetful() => new(new InMemoryFactStore()) { KnownAt = _ => null };
    }

    [Fact]
    public async Task What_the_store_throws_unasked_is_a_failure_too()
    {
        var broken = new BrokenFactStore(new InMemoryFactStore()) { Deliveries = _ => throw new InvalidCastException("oh") };

        var caught = await Assert.ThrowsAsync<ConformanceException>(() => FactStoreConformance.Suite.RunAsync("A store that was given nothing holds nothing", broken));

        Assert.Equal(("no exception", "InvalidCastException: oh"), (caught.Expected, caught.Actual));
        Assert.IsType<InvalidCastException>(caught.InnerException);
    }

    [Fact]
    public void An_unknown_check_is_refused() =>
        Assert.Throws<KeyNotFoundException>(() => { _ = FactStoreConformance.Suite.RunAsync("Is green", new InMemoryFactStore()); });

    [Fact]
    public void Names_are_unique_in_every_suite_and_sentences()
    {
        string[][] suites =
        [
            [.. FactStoreConformance.Suite.Names], [.. PeopleDirectoryConformance.Suite.Names],
            [.. DocumentStoreConformance.Suite.Names], [.. RepositoryConformance.Suite.Names],
        ];

        Assert.All(suites, names => Assert.Equal(names.Distinct(), names));
        Assert.All(suites.SelectMany(n => n), name => Assert.True(char.IsUpper(name[0]) && name.Contains(' ', StringComparison.Ordinal), name));
    }
}
