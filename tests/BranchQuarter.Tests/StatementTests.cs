using System.Globalization;
using System.Text.Json;
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

    /// <summary>Added up from the file's own text, without this package's arithmetic.</summary>
    [Fact]
    public void In_each_file_the_totals_are_the_sums_of_the_lines_and_every_line_names_a_fact()
    {
        var files = sample.Run.Files.Keys.Where(f => f.EndsWith(".json", StringComparison.Ordinal)).ToArray();

        Assert.Equal(40, files.Length);
        foreach (var file in files)
        {
            using var statement = JsonDocument.Parse(sample.Run.Text(file));
            var lines = statement.RootElement.GetProperty("lines").EnumerateArray().ToArray();
            decimal Sum(string outcome) => lines.Where(l => l.GetProperty("outcome").GetString() == outcome).Sum(l => l.GetProperty("amount").GetDecimal());
            Assert.Equal(Sum("earned"), statement.RootElement.GetProperty("total").GetDecimal());
            Assert.Equal(Sum("held"), statement.RootElement.GetProperty("held").GetDecimal());
            Assert.All(lines, l => Assert.NotEqual(0, l.GetProperty("facts").GetArrayLength()));
        }
    }

    [Fact]
    public async Task The_console_and_the_report_show_the_same_sums()
    {
        var statements = await sample.StoredAsync<Statement>();
        var earned = statements.Sum(s => s.Total.Amount).ToString("#,##0.00", CultureInfo.InvariantCulture);
        var held = statements.Sum(s => s.HeldTotal.Amount).ToString("#,##0.00", CultureInfo.InvariantCulture);

        Assert.Contains($"{statements.Count} statements, {statements.Sum(s => s.Lines.Count)} lines: {earned} CNY earned, {held} CNY held", sample.Run.Console, StringComparison.Ordinal);
        Assert.Contains($"{earned} CNY", sample.Run.Text("report.html"), StringComparison.Ordinal);
        Assert.Contains($"{held} CNY held", sample.Run.Text("report.html"), StringComparison.Ordinal);
    }
}
