using static ActivityMgmt.Testing.FactTrials;

namespace ActivityMgmt.Testing;

/// <content>What absence from a complete export does.</content>
public static partial class FactStoreConformance
{
    private static async Task CompleteExportAsync(Trial<IFactStore> trial)
    {
        Fact[] untouched = [Visit("elsewhere").From("app"), TestFacts.Joined("E1"), TestFacts.Collected("P1", 1m)];
        await trial.AppendAsync(TestDeliveries.On(First, [Visit("stays"), Visit("goes"), .. untouched])).ConfigureAwait(false);

        await trial.BecomesAsync(Complete(Second, Visit("stays"), Visit("comes")), new(Added: 1, Repeated: 1, Removed: 1)).ConfigureAwait(false);

        await trial.HoldsAsync("The facts read", [.. FactBook.Of([Visit("stays"), Visit("comes"), .. untouched]).All]).ConfigureAwait(false);
        await trial.BecomesAsync(TestDeliveries.On(Third, Visit("comes")).CompleteFor(FactKind.Activity, FactKind.Agent, FactKind.Activity), new(Repeated: 1, Removed: 2)).ConfigureAwait(false);
    }

    private static async Task EmptyCompleteExportAsync(Trial<IFactStore> trial)
    {
        await trial.AppendAsync(TestDeliveries.On(First, Visit("1"), Visit("2"), TestFacts.Joined("E1"))).ConfigureAwait(false);

        var emptied = await trial.BecomesAsync(Complete(Second), new(Removed: 2)).ConfigureAwait(false);

        trial.Equal("Whether the export changed anything", true, emptied.ChangedAnything);
        await trial.HoldsAsync("The facts read", TestFacts.Joined("E1")).ConfigureAwait(false);
        await trial.BecomesAsync(Complete(Third), new()).ConfigureAwait(false);
        trial.Equal("The deliveries", [First, Second], (await trial.DeliveriesAsync().ConfigureAwait(false)).Select(d => d.DeliveredOn));
    }

    private static async Task PresentInCompleteExportAsync(Trial<IFactStore> trial)
    {
        await trial.AppendAsync(TestDeliveries.On(First, Visit("1"), Visit("2", revision: 3))).ConfigureAwait(false);

        await trial.BecomesAsync(Complete(Second, Visit("1", outcome: "missed"), Visit("2")), new(Stale: 1, Conflicts: 1)).ConfigureAwait(false);

        await trial.HoldsAsync("The facts read", Visit("1"), Visit("2", revision: 3)).ConfigureAwait(false);
    }

    private static async Task ComesBackRevisedAsync(Trial<IFactStore> trial)
    {
        await trial.AppendAsync(Complete(First, Visit("1"), Visit("2"))).ConfigureAwait(false);
        await trial.AppendAsync(Complete(Second)).ConfigureAwait(false);

        await trial.BecomesAsync(TestDeliveries.On(Third, Visit("1", revision: 2)), new(Revised: 1)).ConfigureAwait(false);
        await trial.BecomesAsync(TestDeliveries.On(First, Visit("2", revision: 2)), new(Revised: 1, Removed: 1)).ConfigureAwait(false); // earlier than the export that left it out

        await trial.HoldsAsync("The facts read", Visit("1", revision: 2)).ConfigureAwait(false);
    }

    private static async Task ComesBackLaterAsync(Trial<IFactStore> trial)
    {
        await trial.AppendAsync(Complete(First, Visit("1"))).ConfigureAwait(false);
        await trial.AppendAsync(Complete(Second)).ConfigureAwait(false);

        await trial.BecomesAsync(Complete(First, Visit("1")), new(Repeated: 1)).ConfigureAwait(false);
        await trial.BecomesAsync(TestDeliveries.On(Second, Visit("1")) with { Name = "crm-2026-07-07" }, new(Repeated: 1)).ConfigureAwait(false);
        await trial.HoldsAsync("The facts read after deliveries that are earlier than the export").ConfigureAwait(false);

        await trial.BecomesAsync(TestDeliveries.On(Second, Visit("1")) with { Name = "crm-2026-07-08-evening" }, new(Added: 1)).ConfigureAwait(false);
        await trial.HoldsAsync("The facts read after a delivery that is later by name", Visit("1")).ConfigureAwait(false);

        await trial.BecomesAsync(Complete(Third), new(Removed: 1)).ConfigureAwait(false);
        await trial.BecomesAsync(TestDeliveries.On(Third.PlusDays(1), Visit("1")), new(Added: 1)).ConfigureAwait(false);
        await trial.HoldsAsync("The facts read after a delivery that is later by date", Visit("1")).ConfigureAwait(false);
    }

    private static async Task RemovedConflictAsync(Trial<IFactStore> trial)
    {
        await trial.AppendAsync(Complete(First, Visit("1", revision: 2))).ConfigureAwait(false);
        await trial.AppendAsync(Complete(Second)).ConfigureAwait(false);

        await trial.BecomesAsync(TestDeliveries.On(Third, Visit("1", revision: 2, outcome: "missed")), new(Conflicts: 1)).ConfigureAwait(false);
        await trial.BecomesAsync(TestDeliveries.On(Third, Visit("1", revision: 1)), new(Stale: 1)).ConfigureAwait(false);

        await trial.HoldsAsync("The facts read").ConfigureAwait(false);
    }

    private static async Task EarlierExportAsync(Trial<IFactStore> trial)
    {
        await trial.AppendAsync(TestDeliveries.On(First, Visit("1"))).ConfigureAwait(false);
        await trial.AppendAsync(TestDeliveries.On(Third, Visit("2"))).ConfigureAwait(false);

        await trial.BecomesAsync(Complete(Second, Visit("3")), new(Added: 1, Removed: 1)).ConfigureAwait(false);
        await trial.HoldsAsync("The facts read after the export that arrived late", Visit("2"), Visit("3")).ConfigureAwait(false);

        await trial.BecomesAsync(TestDeliveries.On(Third).CompleteFor(FactKind.Activity), new(Removed: 2)).ConfigureAwait(false);
        await trial.HoldsAsync("The facts read after the later delivery came again, now complete and empty").ConfigureAwait(false);
    }

    private static async Task ConfirmedLaterAsync(Trial<IFactStore> trial)
    {
        await trial.AppendAsync(TestDeliveries.On(First, Visit("1"), Visit("2"))).ConfigureAwait(false);
        await trial.BecomesAsync(TestDeliveries.On(Third, Visit("1")), new(Repeated: 1)).ConfigureAwait(false);

        await trial.BecomesAsync(Complete(Second), new(Removed: 1)).ConfigureAwait(false);

        await trial.HoldsAsync("The facts read after the export that arrived late", Visit("1")).ConfigureAwait(false);
    }

    private static async Task LeftOutLaterAsync(Trial<IFactStore> trial)
    {
        await trial.AppendAsync(Complete(Second, Visit("1"))).ConfigureAwait(false);

        await trial.BecomesAsync(TestDeliveries.On(First, Visit("1"), Visit("2")), new(Added: 1, Removed: 1, Repeated: 1)).ConfigureAwait(false);
        await trial.HoldsAsync("The facts read after the delivery that arrived late", Visit("1")).ConfigureAwait(false);

        await trial.BecomesAsync(TestDeliveries.On(First, Visit("1"), Visit("2")), new(Repeated: 2)).ConfigureAwait(false);
        await trial.BecomesAsync(TestDeliveries.On(Third, Visit("2")), new(Added: 1)).ConfigureAwait(false);
        await trial.HoldsAsync("The facts read after a later delivery", Visit("1"), Visit("2")).ConfigureAwait(false);
    }

    private static async Task SentAgainAsync(Trial<IFactStore> trial)
    {
        FactDelivery[] deliveries =
        [
            Complete(First, Visit("1"), Visit("2"), Visit("3")),
            Complete(Second, Visit("1", revision: 2), Visit("3"), Visit("4")),
            Complete(Third, Visit("2"), Visit("3"), Visit("4"), Visit("5")),
        ];
        foreach (var delivery in deliveries)
        {
            await trial.AppendAsync(delivery).ConfigureAwait(false);
        }

        var (book, listed) = (await trial.ReadAsync().ConfigureAwait(false), await trial.DeliveriesAsync().ConfigureAwait(false));
        trial.Equal("The facts read", [Visit("2"), Visit("3"), Visit("4"), Visit("5")], book);

        foreach (var index in (int[])[0, 1, 2, 2, 0, 1, 1, 0])
        {
            var again = await trial.AppendAsync(deliveries[index]).ConfigureAwait(false);
            trial.Equal($"Whether '{deliveries[index].Name}' changed anything when it came again", false, again.ChangedAnything);
        }

        trial.Equal("The facts read afterwards", book, await trial.ReadAsync().ConfigureAwait(false));
        trial.Equal("The deliveries afterwards", listed, await trial.DeliveriesAsync().ConfigureAwait(false));
    }
}
