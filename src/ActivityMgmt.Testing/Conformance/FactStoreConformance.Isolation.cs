using System.Globalization;
using static ActivityMgmt.Testing.FactTrials;

namespace ActivityMgmt.Testing;

/// <content>Tenants, cancellation and callers at the same time.</content>
public static partial class FactStoreConformance
{
    private const int Callers = 6;

    private static async Task TenantsAsync(Trial<IFactStore> trial)
    {
        var mine = TestDeliveries.On(First, Visit("1"), Visit("2"));
        await trial.AppendAsync(mine).ConfigureAwait(false);
        var (book, deliveries) = (await trial.ReadAsync().ConfigureAwait(false), await trial.DeliveriesAsync().ConfigureAwait(false));

        await trial.BecomesAsync(TestDeliveries.On(First, Visit("1", outcome: "missed")), new(Added: 1), trial.Stranger).ConfigureAwait(false);
        trial.Equal("The other tenant's facts", [Visit("1", outcome: "missed")], await trial.ReadAsync(call: trial.Stranger).ConfigureAwait(false));
        trial.Equal("The number of the other tenant's deliveries", 1, (await trial.DeliveriesAsync(trial.Stranger).ConfigureAwait(false)).Count);
        await trial.BecomesAsync(Complete(Second), new(Removed: 1), trial.Stranger).ConfigureAwait(false);

        trial.Equal("The facts of a tenant after another one's deliveries", book, await trial.ReadAsync().ConfigureAwait(false));
        trial.Equal("The deliveries of a tenant after another one's", deliveries, await trial.DeliveriesAsync().ConfigureAwait(false));
        var again = await trial.AppendAsync(mine).ConfigureAwait(false);
        trial.Equal("The tenant's sequence", deliveries[0].Sequence, again.Sequence);
    }

    private static async Task WithoutTenantAsync(Trial<IFactStore> trial)
    {
        await trial.RefusedWithoutTenantAsync("AppendAsync", call => trial.AppendAsync(TestDeliveries.On(First, Visit("1")), call)).ConfigureAwait(false);
        await trial.RefusedWithoutTenantAsync("ReadAsync", call => trial.ReadAsync(call: call)).ConfigureAwait(false);
        await trial.RefusedWithoutTenantAsync("SequenceAsync", call => trial.SequenceAsync(call)).ConfigureAwait(false);
        await trial.RefusedWithoutTenantAsync("DeliveriesAsync", call => trial.DeliveriesAsync(call)).ConfigureAwait(false);
    }

    private static async Task CancelledAsync(Trial<IFactStore> trial)
    {
        await trial.CancelledAsync("AppendAsync", token => trial.Port.AppendAsync(trial.Call, TestDeliveries.On(First, Visit("1")), token)).ConfigureAwait(false);
        await trial.CancelledAsync("ReadAsync", token => trial.Port.ReadAsync(trial.Call, null, token)).ConfigureAwait(false);
        await trial.CancelledAsync("SequenceAsync", token => trial.Port.SequenceAsync(trial.Call, token)).ConfigureAwait(false);
        await trial.CancelledAsync("DeliveriesAsync", token => trial.Port.DeliveriesAsync(trial.Call, token)).ConfigureAwait(false);

        await trial.HoldsAsync("The facts read after a cancelled delivery").ConfigureAwait(false);
        trial.Equal("The deliveries after a cancelled delivery", [], await trial.DeliveriesAsync().ConfigureAwait(false));
    }

    private static async Task CancelledOnTheWayAsync(Trial<IFactStore> trial)
    {
        using var source = new CancellationTokenSource();
        IncomingFact[] facts = [new(Visit("1")), new(Visit("2")), new(Visit("3"))];
        var delivery = TestDeliveries.On(First) with { Facts = new Interrupted(facts, at: 1, source.Cancel) };

        var stored = true;
        try
        {
            await trial.Port.AppendAsync(trial.Call, delivery, source.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            stored = false;
        }

        await trial.HoldsAsync(stored ? "The facts read after it ended in spite of that" : "The facts read after it was given up", stored ? [.. facts.Select(f => f.Fact)] : []).ConfigureAwait(false);
        trial.Equal("The number of deliveries", stored ? 1 : 0, (await trial.DeliveriesAsync().ConfigureAwait(false)).Count);
    }

    private static async Task AtOnceAsync(Trial<IFactStore> trial)
    {
        const int each = 5;
        var results = await Trial<IFactStore>.AtOnceAsync(Callers, n => trial.AppendAsync(TestDeliveries.On(First.PlusDays(n), Several(n, each)))).ConfigureAwait(false);

        trial.Equal("How many facts were added in all", Callers * each, results.Sum(r => r.Added));
        await trial.HoldsAsync("The facts read", [.. FactBook.Of(Enumerable.Range(0, Callers).SelectMany(n => Several(n, each))).All]).ConfigureAwait(false);
        var deliveries = await trial.DeliveriesAsync().ConfigureAwait(false);
        trial.Equal("The sequences of the deliveries", results.Select(r => r.Sequence).Order(), deliveries.Select(d => d.Sequence));
        trial.Equal("The number of different sequences", Callers, deliveries.Select(d => d.Sequence).Distinct().Count());
    }

    private static async Task SameAtOnceAsync(Trial<IFactStore> trial)
    {
        var delivery = TestDeliveries.On(First, Several(0, 5));

        var results = await Trial<IFactStore>.AtOnceAsync(Callers, _ => trial.AppendAsync(delivery)).ConfigureAwait(false);

        trial.Equal("How many facts were added in all", 5, results.Sum(r => r.Added));
        trial.Equal("How many facts were repeated in all", 5 * (Callers - 1), results.Sum(r => r.Repeated));
        trial.Equal("The number of deliveries", 1, (await trial.DeliveriesAsync().ConfigureAwait(false)).Count);
    }

    private static async Task SameBasisAtOnceAsync(Trial<IFactStore> trial)
    {
        var basis = new FactBasis((await trial.AppendAsync(TestDeliveries.On(First, Visit("1"))).ConfigureAwait(false)).Sequence, [FactKind.Activity]);

        var won = await Trial<IFactStore>.AtOnceAsync(
            Callers, n => Trial<IFactStore>.WonAsync(() => trial.AppendAsync(TestDeliveries.On(Second.PlusDays(n), Several(n, 2)) with { Basis = basis }))).ConfigureAwait(false);

        trial.Equal("How many deliveries were stored", 1, won.Count(w => w));
        await trial.HoldsAsync("The facts read", [.. FactBook.Of([Visit("1"), .. Several(Array.IndexOf(won, true), 2)]).All]).ConfigureAwait(false);
    }

    // Each export replaces the one fact of the one before, so a reader always sees exactly one.
    private static async Task ReadsWhileWritingAsync(Trial<IFactStore> trial)
    {
        const int exports = 12;
        await trial.AppendAsync(Complete(First, Visit("0"))).ConfigureAwait(false);
        var writing = Task.Run(async () =>
        {
            for (var n = 1; n <= exports; n++)
            {
                await trial.AppendAsync(Complete(First.PlusDays(n), Visit(n.ToString(CultureInfo.InvariantCulture)))).ConfigureAwait(false);
            }
        });

        do
        {
            trial.Equal("The number of facts seen at any moment", 1, (await trial.ReadAsync().ConfigureAwait(false)).Count);
        }
        while (!writing.IsCompleted);

        await writing.ConfigureAwait(false);
        await trial.HoldsAsync("The facts read at the end", Visit(exports.ToString(CultureInfo.InvariantCulture))).ConfigureAwait(false);
    }

    private static Fact[] Several(int caller, int count) =>
        [.. Enumerable.Range(0, count).Select(n => Visit(string.Create(CultureInfo.InvariantCulture, $"{caller}-{n}")))];
}
