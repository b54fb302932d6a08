using ActivityMgmt.Incentives;
using Microsoft.Extensions.DependencyInjection;

namespace BranchQuarter.Tests;

/// <summary>An edited row changes what it should, and nothing else; after the closing it gives an adjustment.</summary>
[Collection("sample")]
public class EditedExportTests(SampleRun sample)
{
    [Fact]
    public async Task Before_the_closing_an_edited_premium_changes_its_agent_and_the_roll_ups_only()
    {
        using var folder = new TemporaryFolder();
        var (policy, agent) = Edit(folder, out var data);

        var run = await Runs.OfAsync(data, folder["out"]);

        Assert.Equal(0, run.ExitCode);
        var changed = run.Files.Where(f => sample.Run.Files[f.Key] != f.Value).Select(f => f.Key).Where(f => f.StartsWith("statements/", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        Assert.Equal([$"statements/{agent}.json", $"statements/{agent}.md"], changed);
        Assert.Contains(policy, run.Text($"statements/{agent}.md"), StringComparison.Ordinal);
        var before = sample.Run.Csv("kpis.csv").ToDictionary(Key);
        var differing = run.Csv("kpis.csv").Where(r => before[Key(r)]["value"] != r["value"]).ToArray();
        Assert.NotEmpty(differing);
        Assert.All(differing, r => Assert.True(r["level"] != "agent" || r["subject"] == agent, $"{Key(r)} changed"));
    }

    [Fact]
    public async Task After_the_closing_issued_statements_stay_and_the_difference_is_an_adjustment()
    {
        using var folder = new TemporaryFolder();
        var first = await Runs.OfAsync(Runs.Data, folder["out"]);
        var issued = first.Files.Where(f => f.Key.StartsWith("statements/", StringComparison.Ordinal)).ToDictionary();
        var (policy, agent) = Edit(folder, out var data);

        var second = await Runs.OfAsync(data, folder["out"]);

        Assert.Equal(issued, second.Files.Where(f => f.Key.StartsWith("statements/", StringComparison.Ordinal)).ToDictionary());
        Assert.Contains("1 statements would differ", second.Console, StringComparison.Ordinal);
        await using var services = SampleRun.Services(second.Database);
        var difference = Assert.Single((await services.GetRequiredService<Pay>().CloseAsync(SampleRun.Call, SampleRun.Q3)).Differences);
        Assert.Equal(agent, difference.Issued.Agent.Value);
        var line = Assert.Single(difference.Lines, l => l.Id.Contains(policy, StringComparison.Ordinal));
        Assert.Equal(line.Recomputed!.Amount!.Value.Amount - line.Issued!.Amount!.Value.Amount, line.Adjustment.Amount);
        Assert.True(line.Adjustment.Amount > 0m);
    }

    // Doubles a premium that was counted in the quarter, and its policy's, in a copy of the export: the same ids, revision 2.
    private (string Policy, string Agent) Edit(TemporaryFolder folder, out string data)
    {
        data = Runs.CopyOfData(folder);
        var premium = sample.Book.Premiums.First(p =>
            p is { Premium: PremiumKind.Collected, PolicyYear: 1, Origin.Revision: 1 } && p.Date >= new LocalDate(2026, 7, 10)
            && sample.Book.Policy(p.Policy) is { Origin.Revision: 1, PaymentYears: > 1 }
            && sample.Book.EventsOf(p.Policy).All(e => e.Event is PolicyEventKind.ReceiptReturned or PolicyEventKind.CallbackPassed)
            && sample.Book.EventsOf(p.Policy).Any(e => e.Event == PolicyEventKind.CallbackPassed && e.Date <= new LocalDate(2026, 9, 1)));
        Raise(data, "premiums.csv", premium.Origin.Id, amountColumn: 6, versionColumn: 7);
        Raise(data, "policies.csv", premium.Policy.Value, amountColumn: 5, versionColumn: 9);
        return (premium.Policy.Value, sample.Book.Policy(premium.Policy)!.Agent.Value);
    }

    private static void Raise(string data, string file, string id, int amountColumn, int versionColumn)
    {
        foreach (var path in Directory.EnumerateFiles(data, file, SearchOption.AllDirectories))
        {
            var lines = File.ReadAllLines(path);
            var index = Array.FindIndex(lines, l => l.StartsWith(id + ",", StringComparison.Ordinal));
            if (index >= 0)
            {
                var fields = lines[index].Split(',');
                fields[amountColumn] = (2m * decimal.Parse(fields[amountColumn], System.Globalization.CultureInfo.InvariantCulture)).ToString(System.Globalization.CultureInfo.InvariantCulture);
                fields[versionColumn] = "2";
                lines[index] = string.Join(',', fields);
                File.WriteAllText(path, string.Join('\n', lines) + "\n");
                return;
            }
        }

        throw new InvalidOperationException($"{id} is in no {file}.");
    }

    private static string Key(IReadOnlyDictionary<string, string> row) => $"{row["period_from"]}/{row["period_to"]} {row["level"]} {row["subject"]} {row["measure"]}";
}
