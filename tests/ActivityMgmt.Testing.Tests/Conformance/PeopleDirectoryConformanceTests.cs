namespace ActivityMgmt.Testing.Tests;

/// <summary>The checks of a people directory can fail.</summary>
public class PeopleDirectoryConformanceTests
{
    private static int _arrival;

    private static readonly Dictionary<string, (Func<NamedFacts> Ports, string Check)> Faults = new()
    {
        ["keeps no names"] = (() => Broken(d => d with { Names = [] }), "Names come with deliveries and are found by kind and id"),
        ["keeps the first name"] = (() => Broken(d => d with { Names = [.. d.Names.Reverse()] }), "The last name in a delivery counts"),
        ["keeps what arrives last"] = (
            () => Broken(d => d with { DeliveredOn = new LocalDate(2020, 1, 1).PlusDays(Interlocked.Increment(ref _arrival)), Name = d.Name + _arrival }),
            "The name of the latest delivery counts, whenever an earlier one arrives"),
        ["keeps names only with facts"] = (() => Broken(d => d.Facts.Count == 0 ? d with { Names = [] } : d), "Names come even with a delivery of which no fact is stored"),
        ["mixes kinds up"] = (() => Broken(d => d with { Names = [.. d.Names.Select(n => n with { Kind = FactKind.Agent })] }), "Names come with deliveries and are found by kind and id"),
        ["makes facts of names"] = (
            () => Broken(d => d with { Facts = [.. d.Facts, .. d.Names.Select(n => new IncomingFact(TestFacts.Joined(n.Id)))] }),
            "Names are kept apart from the facts"),
        ["tells no letters apart"] = (() => Broken(d => d with { Names = [.. d.Names.Select(n => n with { Id = n.Id.ToUpperInvariant() })] }), "Names and ids of every script come back, and are only text"),
        ["leaks tenants"] = (() => Broken(tenant: "all"), "Two tenants never meet"),
        ["takes a call without tenant"] = (() => Broken(tenant: "all"), "A call without tenant is refused"),
        ["is deaf to cancellation"] = (() => Broken(), "A cancelled call says so"),
    };

    public static TheoryData<string> Names => [.. Faults.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_broken_directory_is_caught_by_the_check_that_names_the_promise(string fault)
    {
        var (ports, check) = Faults[fault];

        var caught = await Assert.ThrowsAsync<ConformanceException>(() => PeopleDirectoryConformance.Suite.RunAsync(check, ports()));

        Assert.Equal(("IPeopleDirectory", check), (caught.Port, caught.Check));
    }

    private static NamedFacts Broken(Func<FactDelivery, FactDelivery>? delivery = null, string? tenant = null)
    {
        var sound = new InMemoryFactStore();
        var call = (CallContext c) => tenant is null ? c : c with { Tenant = new(tenant) };
        return new(new BrokenFactStore(sound) { Delivery = delivery ?? (d => d), Call = call }, new BrokenDirectory(sound.People, call));
    }

    private sealed class BrokenDirectory(IPeopleDirectory sound, Func<CallContext, CallContext> call) : IPeopleDirectory
    {
        public Task<IReadOnlyDictionary<string, string>> NamesAsync(CallContext caller, FactKind kind, CancellationToken cancellation) =>
            sound.NamesAsync(call(caller), kind, CancellationToken.None);
    }
}
