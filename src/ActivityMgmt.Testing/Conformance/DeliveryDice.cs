using System.Globalization;

namespace ActivityMgmt.Testing;

/// <summary>Throws facts and deliveries; the same seed throws the same.</summary>
/// <remarks>Few ids, sources, dates and revisions, so that they meet. The content of a fact follows from its key and revision, so that nothing is a conflict unless it is asked for.</remarks>
internal sealed class DeliveryDice(Random chance)
{
    private static readonly string[] Sources = ["crm", "app", "核心"];

    public IReadOnlyList<Fact> Facts(int count) => [.. Enumerable.Range(0, count).Select(_ => Fact(Sources[chance.Next(Sources.Length)]))];

    /// <summary>Some of the items, each perhaps several times.</summary>
    public IReadOnlyList<T> Some<T>(IReadOnlyList<T> items) => [.. Enumerable.Range(0, chance.Next(items.Count + 1)).Select(_ => items[chance.Next(items.Count)])];

    public IReadOnlyList<T> Shuffled<T>(T[] items)
    {
        chance.Shuffle(items);
        return items;
    }

    /// <summary>The facts, in their order, in deliveries of various sizes whose dates and names know nothing of that order.</summary>
    public IEnumerable<FactDelivery> Split(IReadOnlyList<Fact> facts)
    {
        var number = 0;
        for (var start = 0; start < facts.Count;)
        {
            var size = Math.Min(chance.Next(1, 8), facts.Count - start);
            yield return TestDeliveries.On(FactTrials.First.PlusDays(chance.Next(5)), [.. facts.Skip(start).Take(size)]) with
            {
                Name = string.Create(CultureInfo.InvariantCulture, $"{chance.Next(100)}-{number++}"),
            };
            start += size;
        }
    }

    /// <summary>Daily deliveries of one source, in order: some complete, some with a fact twice, an old revision, or other content.</summary>
    public IEnumerable<FactDelivery> Exports(int count)
    {
        for (var day = 0; day < count; day++)
        {
            var facts = Enumerable.Range(0, chance.Next(8)).Select(_ => Fact("crm")).Select(f => chance.Next(8) == 0 ? Altered(f) : f);
            var delivery = TestDeliveries.On(FactTrials.First.PlusDays(day), [.. facts]);
            yield return chance.Next(3) switch
            {
                0 => delivery.CompleteFor(FactKind.Activity),
                1 => delivery.CompleteFor(FactKind.Activity, FactKind.Premium),
                _ => delivery,
            };
        }
    }

    /// <summary>Daily deliveries of one source, in order: some complete, with facts whose revisions never go down.</summary>
    public IEnumerable<FactDelivery> RisingExports(int count)
    {
        var revisions = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var day = 0; day < count; day++)
        {
            var facts = new List<Fact>();
            foreach (var id in Enumerable.Range(0, 4).Select(n => string.Create(CultureInfo.InvariantCulture, $"V{n}")).Where(_ => chance.Next(2) == 0))
            {
                var revision = revisions.GetValueOrDefault(id, 1) + (chance.Next(4) == 0 ? 1 : 0);
                revisions[id] = revision;
                facts.Add(FactTrials.Visit(id, revision));
            }

            var delivery = TestDeliveries.On(FactTrials.First.PlusDays(day), [.. facts]);
            yield return chance.Next(2) == 0 ? delivery.CompleteFor(FactKind.Activity) : delivery;
        }
    }

    private static Fact Altered(Fact fact) => fact with { Date = fact.Date.PlusDays(1) };

    private Fact Fact(string source)
    {
        var (id, revision) = (chance.Next(5), chance.Next(1, 4));
        var day = FactTrials.First.PlusDays((id + revision) % 3);
        Fact fact = chance.Next(3) switch
        {
            0 => TestFacts.Did("E1", "interview", day.At(new(9, revision)), id: string.Create(CultureInfo.InvariantCulture, $"活动{id}")),
            1 => TestFacts.Collected(string.Create(CultureInfo.InvariantCulture, $"P{id}"), 100m + (revision / 3m), FactTrials.First) with { DueOn = day },
            _ => TestFacts.Joined(string.Create(CultureInfo.InvariantCulture, $"E{id}"), day, day.PlusDays(revision)),
        };
        return (fact with { Origin = fact.Origin with { Revision = revision, Sequence = id % 2 } }).From(source);
    }
}
