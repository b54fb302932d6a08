using ActivityMgmt.Incentives;

namespace BranchQuarter.Tests;

[Collection("sample")]
public class StatementTests(SampleRun sample)
{
    [Fact]
    public async Task Earned_lines_sum_to_the_total_and_held_lines_to_the_held_total()
    {
        foreach (var statement in await sample.StoredAsync<Statement>())
        {
            decimal Sum(LineOutcome outcome) => statement.Lines.Where(l => l.Outcome == outcome).Sum(l => l.Amount?.Amount ?? 0m);
            Assert.Equal(Sum(LineOutcome.Earned), statement.Total.Amount);
            Assert.Equal(Sum(LineOutcome.Held), statement.HeldTotal.Amount);
            Assert.All(statement.Lines, l => Assert.True(l.Amount is not { } a || a.Amount == decimal.Round(a.Amount, 2, MidpointRounding.ToZero)));
        }
    }

    [Fact]
    public async Task Every_line_names_facts_that_are_stored()
    {
        foreach (var line in (await sample.StoredAsync<Statement>()).SelectMany(s => s.Lines))
        {
            Assert.NotEmpty(line.Evidence.Facts);
            Assert.All(line.Evidence.Facts, f => Assert.Equal(f, sample.Book.Find(f.Key)?.Reference));
        }
    }

    [Fact]
    public async Task The_files_are_the_stored_statements_byte_for_byte()
    {
        foreach (var statement in await sample.StoredAsync<Statement>())
        {
            var file = sample.Run.Text($"statements/{statement.Agent}.json");
            Assert.Equal(StatementJson.Write(statement), file);
            Assert.Equal(file, StatementJson.Write(StatementJson.Read(file)));
        }
    }

    [Fact]
    public async Task All_three_component_kinds_and_held_lines_are_there()
    {
        var lines = (await sample.StoredAsync<Statement>()).SelectMany(s => s.Lines).ToArray();

        foreach (var component in new[] { "first-year-commission", "quarter-bonus", "clawback" })
        {
            Assert.Contains(lines, l => l.Component == component && l.Outcome == LineOutcome.Earned);
        }

        Assert.Contains(lines, l => l.Outcome == LineOutcome.Held);
    }
}
