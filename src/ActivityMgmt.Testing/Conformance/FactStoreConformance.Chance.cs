namespace ActivityMgmt.Testing;

/// <content>Random facts against what a reader would work out by hand.</content>
public static partial class FactStoreConformance
{
    private static Task AnyOrderAsync(Trial<IFactStore> trial) => trial.ByChanceAsync(async (chance, call) =>
    {
        var dice = new DeliveryDice(chance);
        var facts = dice.Facts(25);
        var expected = FactBook.Of(facts);

        // Each fact at least once, some again, in an arbitrary order, cut into deliveries that arrive in an arbitrary order, too.
        foreach (var delivery in dice.Split(dice.Shuffled([.. facts, .. dice.Some(facts)])))
        {
            await trial.AppendAsync(delivery, call).ConfigureAwait(false);
        }

        trial.Equal("The facts read", expected.All, await trial.ReadAsync(call: call).ConfigureAwait(false));
    });

    private static Task AnyArrivalAsync(Trial<IFactStore> trial) => trial.ByChanceAsync(async (chance, call) =>
    {
        // Each delivery comes once or twice. The replay hears them in their order.
        var dice = new DeliveryDice(chance);
        FactDelivery[] exports = [.. dice.RisingExports(8)];
        var replay = new NaiveReplay();
        foreach (var delivery in exports)
        {
            replay.Receive(delivery);
        }

        foreach (var delivery in dice.Shuffled([.. exports, .. dice.Some(exports)]))
        {
            await trial.AppendAsync(delivery, call).ConfigureAwait(false);
        }

        trial.Equal("The facts read", FactBook.Of(replay.Facts).All, await trial.ReadAsync(call: call).ConfigureAwait(false));
    });

    private static Task NaiveReplayAsync(Trial<IFactStore> trial) => trial.ByChanceAsync(async (chance, call) =>
    {
        var dice = new DeliveryDice(chance);
        var replay = new NaiveReplay();
        var moments = new List<(string Delivery, long Sequence, IReadOnlyList<Fact> Book)>();
        foreach (var delivery in dice.Exports(10))
        {
            var expected = replay.Receive(delivery);
            var result = await trial.BecomesAsync(delivery, expected, call).ConfigureAwait(false);
            moments.Add((delivery.Name, result.Sequence, FactBook.Of(replay.Facts).All));
        }

        foreach (var (delivery, sequence, book) in moments)
        {
            trial.Equal($"As known after '{delivery}'", book, await trial.ReadAsync(sequence, call).ConfigureAwait(false));
        }
    });
}
