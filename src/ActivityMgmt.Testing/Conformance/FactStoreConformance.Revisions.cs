using static ActivityMgmt.Testing.FactTrials;

namespace ActivityMgmt.Testing;

/// <content>What a revision does.</content>
public static partial class FactStoreConformance
{
    private static async Task RepeatedAsync(Trial<IFactStore> trial)
    {
        var delivery = TestDeliveries.On(First, Visit("1"), Visit("2", revision: 3));
        await trial.AppendAsync(delivery).ConfigureAwait(false);
        var deliveries = await trial.DeliveriesAsync().ConfigureAwait(false);

        var again = await trial.BecomesAsync(delivery, new(Repeated: 2)).ConfigureAwait(false);
        var under = await trial.BecomesAsync(TestDeliveries.On(Second, Visit("2", revision: 3), Visit("1")), new(Repeated: 2)).ConfigureAwait(false);

        trial.Equal("Whether the same delivery changed anything", false, again.ChangedAnything);
        trial.Equal("Whether its facts in another delivery changed anything", false, under.ChangedAnything);
        trial.Equal("The deliveries", deliveries, await trial.DeliveriesAsync().ConfigureAwait(false));
        await trial.HoldsAsync("The facts read", Visit("1"), Visit("2", revision: 3)).ConfigureAwait(false);
    }

    private static async Task TrailingZerosAsync(Trial<IFactStore> trial)
    {
        await trial.AppendAsync(TestDeliveries.On(First, TestFacts.Collected("P1", 100m))).ConfigureAwait(false);

        await trial.BecomesAsync(TestDeliveries.On(Second, TestFacts.Collected("P1", 100.00m)), new(Repeated: 1)).ConfigureAwait(false);
    }

    private static async Task ConflictAsync(Trial<IFactStore> trial)
    {
        await trial.AppendAsync(TestDeliveries.On(First, Visit("1"), Visit("2"))).ConfigureAwait(false);
        var other = new IncomingFact(Visit("1", outcome: "missed"), new("activities.csv", 7, "outcome"));
        var mixed = TestDeliveries.On(Second) with { Facts = [other, new(Visit("3")), new(Visit("2"))] };

        var result = await trial.BecomesAsync(mixed, new(Added: 1, Repeated: 1, Conflicts: 1)).ConfigureAwait(false);

        trial.Equal("The conflict, with its place", [other], result.Conflicts);
        await trial.HoldsAsync("The facts read", Visit("1"), Visit("2"), Visit("3")).ConfigureAwait(false);
        await trial.BecomesAsync(TestDeliveries.On(Third, other.Fact), new(Conflicts: 1)).ConfigureAwait(false);
        trial.Equal("The deliveries of which something was stored", [First, Second], (await trial.DeliveriesAsync().ConfigureAwait(false)).Select(d => d.DeliveredOn));
    }

    private static async Task RevisedAsync(Trial<IFactStore> trial)
    {
        await trial.AppendAsync(TestDeliveries.On(First, Visit("1"), Visit("2"))).ConfigureAwait(false);
        var corrected = Visit("1", revision: 5, outcome: "missed") with { Date = Second, Agent = new("E2") };

        await trial.BecomesAsync(TestDeliveries.On(Second, corrected), new(Revised: 1)).ConfigureAwait(false);

        await trial.HoldsAsync("The facts read", corrected, Visit("2")).ConfigureAwait(false);
    }

    private static async Task StaleAsync(Trial<IFactStore> trial)
    {
        await trial.AppendAsync(TestDeliveries.On(First, Visit("1", revision: 2), Visit("1", revision: 5))).ConfigureAwait(false);

        await trial.BecomesAsync(TestDeliveries.On(Second, Visit("1", revision: 2)), new(Stale: 1)).ConfigureAwait(false);
        await trial.BecomesAsync(TestDeliveries.On(Third, Visit("1", revision: 3)), new(Stale: 1)).ConfigureAwait(false);

        await trial.HoldsAsync("The facts read", Visit("1", revision: 5)).ConfigureAwait(false);
    }

    private static async Task EarlierConflictAsync(Trial<IFactStore> trial)
    {
        await trial.AppendAsync(TestDeliveries.On(First, Visit("1"))).ConfigureAwait(false);
        await trial.AppendAsync(TestDeliveries.On(Second, Visit("1", revision: 2, outcome: "missed"))).ConfigureAwait(false);

        await trial.BecomesAsync(TestDeliveries.On(Third, Visit("1", outcome: "cancelled")), new(Conflicts: 1)).ConfigureAwait(false);

        await trial.HoldsAsync("The facts read", Visit("1", revision: 2, outcome: "missed")).ConfigureAwait(false);
    }

    private static async Task TwiceInOneDeliveryAsync(Trial<IFactStore> trial)
    {
        var delivery = TestDeliveries.On(
            First,
            Visit("same"), Visit("same"),
            Visit("other"), Visit("other", outcome: "missed"),
            Visit("later"), Visit("later", revision: 2),
            Visit("earlier", revision: 2), Visit("earlier"));

        await trial.BecomesAsync(delivery, new(Added: 4, Revised: 1, Repeated: 1, Stale: 1, Conflicts: 1)).ConfigureAwait(false);

        await trial.HoldsAsync("The facts read", Visit("earlier", revision: 2), Visit("later", revision: 2), Visit("other"), Visit("same")).ConfigureAwait(false);
    }
}
