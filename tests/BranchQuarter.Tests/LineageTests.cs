using ActivityMgmt.Incentives;

namespace BranchQuarter.Tests;

/// <summary>Lineage is true: a named fact, taken away, changes its line; any other fact changes nothing in it.</summary>
[Collection("sample")]
public class LineageTests(SampleRun sample)
{
    private const int PerGroup = 25;

    [Fact]
    public async Task Removing_a_named_fact_changes_the_line_and_removing_another_changes_nothing()
    {
        var all = (await sample.StoredAsync<Statement>()).SelectMany(s => s.Lines.Select(l => (s.Agent, Line: l))).ToArray();

        // Spread over components and outcomes: every group gives its share, the same ones in every run.
        var groups = all.GroupBy(l => (l.Line.Component, l.Line.Outcome)).OrderBy(g => g.Key.ToString(), StringComparer.Ordinal).ToArray();
        var sampled = groups.SelectMany(g => Spread([.. g], PerGroup)).ToArray();
        Assert.True(sampled.Length > 100, $"only {sampled.Length} lines were sampled");
        foreach (var (agent, line) in sampled)
        {
            Assert.Equal(line, sample.Pay(sample.Book, agent).Line(line.Id)); // the stored line is what the facts give

            foreach (var named in Spread(line.Evidence.Facts, 2))
            {
                var without = sample.Pay(sample.Book.Without(named.Key), agent).Lines.FirstOrDefault(l => l.Id == line.Id);
                Assert.True(!line.Equals(without), $"{line.Id} names {named}, but is the same without it");
            }

            foreach (var other in Spread([.. Unnamed(agent, line)], 2))
            {
                var without = sample.Pay(sample.Book.Without(other.Key), agent).Lines.FirstOrDefault(l => l.Id == line.Id);
                Assert.True(line.Equals(without), $"{line.Id} doesn't name {other.Reference}, but is different without it");
            }
        }
    }

    // The agent's own facts are the likeliest to have been forgotten; half of the sample is theirs.
    private IEnumerable<Fact> Unnamed(AgentId agent, StatementLine line)
    {
        var named = line.Evidence.Facts.Select(f => f.Key).ToHashSet();
        var rest = sample.Book.All.Where(f => !named.Contains(f.Key)).ToArray();
        var own = rest.Where(f => sample.Book.AgentOf(f) == agent && f is not (ActivityFact or OpportunityFact or CustomerFact)).ToArray();
        yield return own[StableIndex(line.Id, own.Length)];
        yield return rest[StableIndex(line.Id, rest.Length)];
    }

    private static int StableIndex(string text, int count) => (int)(text.Aggregate(17u, (hash, c) => unchecked((hash * 31u) + c)) % (uint)count);

    private static IEnumerable<T> Spread<T>(IReadOnlyList<T> items, int count) =>
        Enumerable.Range(0, Math.Min(count, items.Count)).Select(i => items[i * items.Count / Math.Min(count, items.Count)]);
}
