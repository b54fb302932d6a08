using ActivityMgmt.Incentives;

namespace BranchQuarter.Tests;

/// <summary>Lineage is true: a named fact, taken away, changes its line; any other fact changes nothing in it.</summary>
/// <remarks>A fact that is taken away is held against every line of the statement, not only against the line that was drawn.</remarks>
[Collection("sample")]
public class LineageTests(SampleRun sample)
{
    private const int PerGroup = 40;

    [Fact]
    public async Task Removing_a_named_fact_changes_the_lines_that_name_it_and_no_other()
    {
        var statements = await sample.StoredAsync<Statement>();

        // Spread over components and outcomes: every group gives its share, the same ones in every run.
        var drawn = statements.SelectMany(s => s.Lines.Select(l => (Statement: s, Line: l)))
            .GroupBy(l => (l.Line.Component, l.Line.Outcome))
            .OrderBy(g => g.Key.ToString(), StringComparer.Ordinal)
            .SelectMany(g => Spread([.. g], PerGroup))
            .ToArray();

        Assert.True(drawn.Length > 100, $"only {drawn.Length} lines were drawn");
        Assert.All(statements, s => Assert.Equal(StatementJson.Write(s), StatementJson.Write(sample.Pay(sample.Book, s.Agent)))); // what is stored is what the facts give
        foreach (var statement in drawn.GroupBy(l => l.Statement, l => l.Line))
        {
            foreach (var named in statement.SelectMany(l => Spread(l.Evidence.Facts, 5)).Distinct())
            {
                Check(statement.Key, named);
            }
        }

        Assert.True(_untrue.Count == 0, string.Join(Environment.NewLine, _untrue));
    }

    /// <summary>The agent's own facts are the likeliest to have been forgotten, of every kind; others' come last.</summary>
    [Fact]
    public async Task Removing_a_fact_that_no_line_names_changes_nothing()
    {
        var turn = 0;
        foreach (var statement in await sample.StoredAsync<Statement>())
        {
            var named = statement.Lines.SelectMany(l => l.Evidence.Facts).Select(f => f.Key).ToHashSet();
            var unnamed = sample.Book.All.Where(f => !named.Contains(f.Key)).ToArray();
            var own = unnamed.Where(f => sample.Book.AgentOf(f) == statement.Agent).GroupBy(f => f.Kind).OrderBy(g => g.Key).Select(g => g.ToArray()).ToArray();
            foreach (var fact in own.Select(kind => kind[turn % kind.Length]).Append(unnamed[turn * 7919 % unnamed.Length]))
            {
                Check(statement, fact.Reference);
            }

            turn++;
        }

        Assert.True(_untrue.Count == 0, string.Join(Environment.NewLine, _untrue));
    }

    private readonly List<string> _untrue = [];

    private void Check(Statement statement, FactReference removed)
    {
        var without = sample.Pay(sample.Book.Without(removed.Key), statement.Agent).Lines.ToDictionary(l => l.Id);
        foreach (var line in statement.Lines)
        {
            var other = without.GetValueOrDefault(line.Id);
            if (!line.Evidence.Facts.Contains(removed) && !line.Equals(other))
            {
                _untrue.Add($"{statement.Key}: {line.Id} doesn't name {removed}, but is different without it");
            }
            else if (line.Evidence.Facts.Contains(removed) && !IsTouched(line, other, removed))
            {
                _untrue.Add($"{statement.Key}: {line.Id} ({line.Reason.Code}) names {removed}, but says the same without it");
            }
        }
    }

    // That the line no longer names what isn't there any more proves little: the figure, the reason, the trace or the other evidence must show it.
    // Only a line that pays nothing may name what was merely looked at, such as the certificate behind premium that never counted.
    private static bool IsTouched(StatementLine line, StatementLine? other, FactReference removed) =>
        other is null
        || line.Outcome == LineOutcome.NotEarned
        || other.Outcome != line.Outcome
        || other.Amount != line.Amount
        || !other.Reason.Equals(line.Reason)
        || !other.Trace.SequenceEqual(line.Trace)
        || !other.Evidence.Facts.SequenceEqual(line.Evidence.Facts.Where(f => f != removed));

    private static IEnumerable<T> Spread<T>(IReadOnlyList<T> items, int count) =>
        Enumerable.Range(0, Math.Min(count, items.Count)).Select(i => items[i * items.Count / Math.Min(count, items.Count)]);
}
