using System.Collections;
using static ActivityMgmt.Testing.FactTrials;

namespace ActivityMgmt.Testing;

/// <content>Deliveries, their order, and what was known after each.</content>
public static partial class FactStoreConformance
{
    private static async Task KnownAtAsync(Trial<IFactStore> trial)
    {
        var first = await trial.AppendAsync(TestDeliveries.On(First, Visit("1"), Visit("2"))).ConfigureAwait(false);
        var second = await trial.AppendAsync(Complete(Second, Visit("1", revision: 2, outcome: "missed"))).ConfigureAwait(false);
        var third = await trial.AppendAsync(Complete(Third, Visit("2"), Visit("1", revision: 2, outcome: "missed"))).ConfigureAwait(false);

        trial.Equal("As known before the first delivery", [], await trial.ReadAsync(asKnownAt: 0).ConfigureAwait(false));
        trial.Equal("As known after the first delivery", [Visit("1"), Visit("2")], await trial.ReadAsync(first.Sequence).ConfigureAwait(false));
        trial.Equal("As known after a complete export", [Visit("1", revision: 2, outcome: "missed")], await trial.ReadAsync(second.Sequence).ConfigureAwait(false));
        trial.Equal("As known after a fact came back", [Visit("1", revision: 2, outcome: "missed"), Visit("2")], await trial.ReadAsync(third.Sequence).ConfigureAwait(false));
        trial.Equal("As known at a sequence to come", [Visit("1", revision: 2, outcome: "missed"), Visit("2")], await trial.ReadAsync(long.MaxValue).ConfigureAwait(false));
        await trial.HoldsAsync("As known now", Visit("1", revision: 2, outcome: "missed"), Visit("2")).ConfigureAwait(false);
    }

    private static async Task SequenceAsync(Trial<IFactStore> trial)
    {
        var first = await trial.AppendAsync(TestDeliveries.On(First, Visit("1"))).ConfigureAwait(false);
        var repeated = await trial.AppendAsync(TestDeliveries.On(Second, Visit("1"))).ConfigureAwait(false);
        var second = await trial.AppendAsync(TestDeliveries.On(Second, Visit("2"))).ConfigureAwait(false);
        var removing = await trial.AppendAsync(Complete(Third)).ConfigureAwait(false);

        trial.Equal("The last sequence", removing.Sequence, await trial.SequenceAsync().ConfigureAwait(false));
        trial.Equal("The last sequence of a tenant without facts", 0L, await trial.SequenceAsync(trial.Stranger).ConfigureAwait(false));
        trial.Equal("The sequence before the second delivery", first.Sequence, second.SequenceBefore);
        trial.Equal("The sequence before a repeated delivery", first.Sequence, repeated.SequenceBefore);
        trial.IsTrue("The sequence after the first delivery", first.Sequence > 0, "more than 0", $"{first.Sequence}");
        trial.Equal("The sequence after a repeated delivery", first.Sequence, repeated.Sequence);
        trial.IsTrue("The sequence after the second delivery", second.Sequence > first.Sequence, $"more than {first.Sequence}", $"{second.Sequence}");
        trial.IsTrue("The sequence after a removal", removing.Sequence > second.Sequence, $"more than {second.Sequence}", $"{removing.Sequence}");
    }

    private static async Task DeliveriesListedAsync(Trial<IFactStore> trial)
    {
        var late = await trial.AppendAsync(TestDeliveries.On(Third, Visit("3"))).ConfigureAwait(false);
        var early = await trial.AppendAsync(TestDeliveries.On(First, Visit("1"), Visit("2"))).ConfigureAwait(false);
        var removing = await trial.AppendAsync(Complete(Third.PlusDays(1))).ConfigureAwait(false);

        trial.Equal(
            "The deliveries in order of arrival",
            [new("crm-2026-07-15", Third, late.Sequence), new("crm-2026-07-01", First, early.Sequence), new("crm-2026-07-16", Third.PlusDays(1), removing.Sequence)],
            await trial.DeliveriesAsync().ConfigureAwait(false));
    }

    private static async Task NothingStoredAsync(Trial<IFactStore> trial)
    {
        await trial.AppendAsync(TestDeliveries.On(First, Visit("1"))).ConfigureAwait(false);

        await trial.BecomesAsync(TestDeliveries.On(Second), new()).ConfigureAwait(false);
        await trial.BecomesAsync(TestDeliveries.On(Third, Visit("1")), new(Repeated: 1)).ConfigureAwait(false);

        trial.Equal("The deliveries", [First], (await trial.DeliveriesAsync().ConfigureAwait(false)).Select(d => d.DeliveredOn));
    }

    private static async Task SameNameLaterAsync(Trial<IFactStore> trial)
    {
        var first = await trial.AppendAsync(TestDeliveries.On(First, Visit("1"))).ConfigureAwait(false);
        var second = await trial.AppendAsync(TestDeliveries.On(Second, Visit("2"))).ConfigureAwait(false);

        await trial.BecomesAsync(TestDeliveries.On(First, Visit("1"), Visit("3")), new(Added: 1, Repeated: 1)).ConfigureAwait(false);

        trial.Equal(
            "The deliveries",
            [new("crm-2026-07-01", First, first.Sequence), new("crm-2026-07-08", Second, second.Sequence)],
            await trial.DeliveriesAsync().ConfigureAwait(false));
        trial.Equal("As known after the second delivery", [Visit("1"), Visit("2")], await trial.ReadAsync(second.Sequence).ConfigureAwait(false));
        await trial.HoldsAsync("As known now", Visit("1"), Visit("2"), Visit("3")).ConfigureAwait(false);
    }

    private static async Task AnotherDateAsync(Trial<IFactStore> trial)
    {
        await trial.AppendAsync(TestDeliveries.On(First, Visit("1"))).ConfigureAwait(false);
        var (book, deliveries) = (await trial.ReadAsync().ConfigureAwait(false), await trial.DeliveriesAsync().ConfigureAwait(false));

        await trial.ThrowsAsync<ConflictException>(
            "A delivery with something new, of a known name, with another date",
            () => trial.AppendAsync(TestDeliveries.On(First, Visit("1"), Visit("2")) with { DeliveredOn = Second })).ConfigureAwait(false);
        await trial.ThrowsAsync<ConflictException>(
            "A delivery that would remove something, of a known name, with another date",
            () => trial.AppendAsync(Complete(First) with { DeliveredOn = Second })).ConfigureAwait(false);
        await trial.BecomesAsync(TestDeliveries.On(First, Visit("1")) with { DeliveredOn = Second }, new(Repeated: 1)).ConfigureAwait(false);

        trial.Equal("The facts read", book, await trial.ReadAsync().ConfigureAwait(false));
        trial.Equal("The deliveries", deliveries, await trial.DeliveriesAsync().ConfigureAwait(false));
    }

    private static async Task NamesBySourceAsync(Trial<IFactStore> trial)
    {
        await trial.AppendAsync(TestDeliveries.On(First, Visit("1"))).ConfigureAwait(false);

        await trial.BecomesAsync(TestDeliveries.On(First, Visit("1").From("app")) with { Source = "app", DeliveredOn = Second }, new(Added: 1)).ConfigureAwait(false);

        trial.Equal(
            "The deliveries",
            [("crm-2026-07-01", First), ("crm-2026-07-01", Second)],
            (await trial.DeliveriesAsync().ConfigureAwait(false)).Select(d => (d.Name, d.DeliveredOn)));
    }

    private static async Task BreaksOffAsync(Trial<IFactStore> trial)
    {
        await trial.AppendAsync(TestDeliveries.On(First, Visit("1"))).ConfigureAwait(false);
        var deliveries = await trial.DeliveriesAsync().ConfigureAwait(false);
        var broken = Complete(Second) with
        {
            Facts = new Interrupted([new(Visit("2")), new(Visit("1", revision: 2)), new(Visit("3"))], at: 2, () => throw new TimeoutException("The source broke off.")),
            Names = [new(FactKind.Agent, "E1", "李娜")],
        };

        await trial.ThrowsAsync<TimeoutException>("A delivery whose source breaks off", () => trial.AppendAsync(broken)).ConfigureAwait(false);

        await trial.HoldsAsync("The facts read", Visit("1")).ConfigureAwait(false);
        trial.Equal("The deliveries", deliveries, await trial.DeliveriesAsync().ConfigureAwait(false));
        await trial.BecomesAsync(TestDeliveries.On(Second, Visit("2")), new(Added: 1)).ConfigureAwait(false);
    }

    private static async Task BasisAsync(Trial<IFactStore> trial)
    {
        var basis = new FactBasis((await trial.AppendAsync(TestDeliveries.On(First, Visit("1"), Visit("2"))).ConfigureAwait(false)).Sequence, [FactKind.Assignment, FactKind.Activity]);

        await trial.BecomesAsync(TestDeliveries.On(Second, Visit("3")) with { Basis = basis }, new(Added: 1)).ConfigureAwait(false);
        await IsConflictAsync("after an activity was added").ConfigureAwait(false);
        basis = basis with { Sequence = await trial.SequenceAsync().ConfigureAwait(false) };
        await trial.AppendAsync(Complete(Second.PlusDays(1), Visit("1"), Visit("3"))).ConfigureAwait(false);
        await IsConflictAsync("after an activity was removed").ConfigureAwait(false);
        basis = basis with { Sequence = await trial.SequenceAsync().ConfigureAwait(false) };

        await trial.HoldsAsync("The facts read", Visit("1"), Visit("3")).ConfigureAwait(false);
        await trial.BecomesAsync(TestDeliveries.On(Third, Visit("4")) with { Basis = basis }, new(Added: 1)).ConfigureAwait(false);

        Task IsConflictAsync(string when) => trial.ThrowsAsync<ConflictException>(
            $"A delivery with a basis {when}", () => trial.AppendAsync(TestDeliveries.On(Third, Visit("4")) with { Basis = basis }));
    }

    private static async Task OtherBasisAsync(Trial<IFactStore> trial)
    {
        var delivery = TestDeliveries.On(First, Visit("1")) with { Basis = new(0, [FactKind.Assignment]) };

        await trial.BecomesAsync(TestDeliveries.On(First.PlusDays(-1), Visit("2")), new(Added: 1)).ConfigureAwait(false);
        await trial.BecomesAsync(delivery, new(Added: 1)).ConfigureAwait(false);
        await trial.BecomesAsync(delivery with { Basis = new(0, [FactKind.Activity]) }, new(Repeated: 1)).ConfigureAwait(false);
        await trial.BecomesAsync(TestDeliveries.On(Second, Visit("1")) with { Basis = new(0, [FactKind.Activity]) }, new(Repeated: 1), trial.Call).ConfigureAwait(false);
        await trial.BecomesAsync(TestDeliveries.On(Second, Visit("1")) with { Basis = new(0, [FactKind.Activity]) }, new(Added: 1), trial.Stranger).ConfigureAwait(false);
    }

    private static async Task FollowsAsync(Trial<IFactStore> trial)
    {
        await trial.AppendAsync(TestDeliveries.On(First, Visit("1"), Visit("2"))).ConfigureAwait(false);
        var told = new List<IntakeResult>();

        var result = await trial.Port.AppendAsync(
            trial.Call, TestDeliveries.On(Second, Visit("1"), Visit("2", outcome: "missed"), Visit("3")), Follows, trial.Cancellation).ConfigureAwait(false);

        trial.Equal("What became of the delivery", new(Added: 1, Repeated: 1, Conflicts: 1), Became.Of(result));
        trial.Equal("How often what follows was asked for", 1, told.Count);
        trial.Equal("What it was told", Became.Of(result), Became.Of(told[0]));
        trial.Equal("The sequences it was told", [result.SequenceBefore, result.Sequence], [told[0].SequenceBefore, told[0].Sequence]);

        Changes Follows(IntakeResult became)
        {
            told.Add(became);
            return Changes.None;
        }
    }

    private static async Task FollowsThrowsAsync(Trial<IFactStore> trial)
    {
        await trial.AppendAsync(TestDeliveries.On(First, Visit("1"))).ConfigureAwait(false);
        var (deliveries, sequence) = (await trial.DeliveriesAsync().ConfigureAwait(false), await trial.SequenceAsync().ConfigureAwait(false));

        await trial.ThrowsAsync<TimeoutException>(
            "A delivery whose following throws",
            () => trial.Port.AppendAsync(trial.Call, Complete(Second, Visit("2")), _ => throw new TimeoutException("Not now."), trial.Cancellation)).ConfigureAwait(false);

        await trial.HoldsAsync("The facts read", Visit("1")).ConfigureAwait(false);
        trial.Equal("The deliveries", deliveries, await trial.DeliveriesAsync().ConfigureAwait(false));
        trial.Equal("The last sequence", sequence, await trial.SequenceAsync().ConfigureAwait(false));
        await trial.BecomesAsync(TestDeliveries.On(Second, Visit("2")), new(Added: 1)).ConfigureAwait(false);
    }

    /// <summary>Facts on which something happens once, before one of them is handed out.</summary>
    private sealed class Interrupted(IReadOnlyList<IncomingFact> facts, int at, Action interruption) : IReadOnlyList<IncomingFact>
    {
        public int Count => facts.Count;

        public IncomingFact this[int index]
        {
            get
            {
                if (index == at)
                {
                    interruption();
                }

                return facts[index];
            }
        }

        public IEnumerator<IncomingFact> GetEnumerator()
        {
            for (var i = 0; i < facts.Count; i++)
            {
                yield return this[i];
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
