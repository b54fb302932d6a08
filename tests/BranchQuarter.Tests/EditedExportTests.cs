using System.Globalization;
using ActivityMgmt.Incentives;
using Microsoft.Extensions.DependencyInjection;

namespace BranchQuarter.Tests;

/// <summary>An edited row changes what it should, and nothing else; after the closing it gives an adjustment.</summary>
[Collection("sample")]
public class EditedExportTests(SampleRun sample)
{
    private static readonly HashSet<string> OfPremium = ["fyp", "premium-per-case", "own-growth"];
    private static readonly HashSet<string> OfInterviews = ["interviews", "contact-customers", "active-days", "proposal-ratio"];

    [Fact]
    public async Task Before_the_closing_edited_rows_change_their_agents_and_the_roll_ups_only()
    {
        using var folder = new TemporaryFolder();
        var data = Runs.CopyOfData(folder);
        var seller = DoubleThePremium(data, out var policy, out _);
        var visitor = CancelAnInterview(data, seller);

        var run = await Runs.OfAsync(data, folder["out"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(sample.Run.Files.Keys.Order(StringComparer.Ordinal), run.Files.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(
            [$"statements/{seller}.json", $"statements/{seller}.md"],
            run.Files.Where(f => sample.Run.Files[f.Key] != f.Value).Select(f => f.Key).Where(IsStatement).Order(StringComparer.Ordinal));
        var differing = StatementDifference.Between(Read(sample.Run, seller), Read(run, seller)).Lines;
        Assert.All(differing, l => Assert.True(l.Id.Contains(policy, StringComparison.Ordinal) || l.Id == "quarter-bonus", $"{l.Id} changed"));
        Assert.Equal(sample.Run.Files["rejects.csv"], run.Files["rejects.csv"]);

        var before = sample.Run.Csv("kpis.csv").ToDictionary(Key);
        var changed = run.Csv("kpis.csv").Where(r => before[Key(r)]["value"] != r["value"]).ToLookup(r => r["subject"], r => r["measure"]);
        Assert.Equal(Groups(seller, visitor), changed.Select(g => g.Key).Order(StringComparer.Ordinal));
        Assert.Subset(OfPremium, changed[seller].ToHashSet());
        Assert.Subset(OfInterviews, changed[visitor].ToHashSet());
        Assert.Contains("fyp", changed[seller]);
        Assert.Contains("interviews", changed[visitor]);
        Assert.Contains("fyp", changed["B01"]);
        Assert.Contains("interviews", changed["B01"]);
    }

    [Fact]
    public async Task After_the_closing_issued_statements_stay_and_the_difference_is_an_adjustment()
    {
        using var folder = new TemporaryFolder();
        sample.CopyTo(folder["out"]);
        var data = Runs.CopyOfData(folder);
        var agent = DoubleThePremium(data, out var policy, out var premium);

        var run = await Runs.OfAsync(data, folder["out"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(" 0 new, 2 revised", run.Console, StringComparison.Ordinal);
        Assert.All(sample.Run.Files.Where(f => IsStatement(f.Key)), f => Assert.Equal(f.Value, run.Files[f.Key]));

        await using var services = SampleRun.Services(run.Database);
        var difference = Assert.Single((await services.GetRequiredService<Pay>().CloseAsync(SampleRun.Call, SampleRun.Q3).OrThrow()).Differences);
        Assert.Equal(agent, difference.Issued.Agent.Value);
        var line = Assert.Single(difference.Lines, l => l.Id.Contains(policy, StringComparison.Ordinal));
        var percent = decimal.Parse(line.Issued!.Trace.Single(t => t.Code == "pay.step.rate-from-table")["percent"].Text, CultureInfo.InvariantCulture);
        Assert.Equal(premium * percent / 100m, line.Adjustment.Amount); // as much again as the premium was worth
        Assert.Equal(difference.Lines.Sum(l => l.Adjustment.Amount), difference.Adjustment.Amount);

        var total = difference.Adjustment.Amount.ToString("#,##0.00", CultureInfo.InvariantCulture);
        Assert.Contains($"1 statements would differ by {total} CNY", run.Console, StringComparison.Ordinal);
        var report = run.Text("report.html");
        Assert.All(difference.Lines, l => Assert.Contains($"<td>{l.Id}</td><td class=\"r\">{l.Adjustment.Amount.ToString("#,##0.00", CultureInfo.InvariantCulture)} CNY</td>", report, StringComparison.Ordinal));
    }

    // Doubles a premium that was counted in the quarter, and its policy's, in a copy of the export: the same ids, revision 2.
    private string DoubleThePremium(string data, out string policy, out decimal amount)
    {
        var premium = sample.Book.Premiums.First(p =>
            p is { Premium: PremiumKind.Collected, PolicyYear: 1, Origin.Revision: 1 } && p.Date >= new LocalDate(2026, 7, 10)
            && sample.Book.Policy(p.Policy) is { Origin.Revision: 1, PaymentYears: > 1 }
            && sample.Book.EventsOf(p.Policy).All(e => e.Event is PolicyEventKind.ReceiptReturned or PolicyEventKind.CallbackPassed)
            && sample.Book.EventsOf(p.Policy).Any(e => e.Event == PolicyEventKind.CallbackPassed && e.Date <= new LocalDate(2026, 9, 1)));
        (policy, amount) = (premium.Policy.Value, premium.Amount.Amount);
        var doubled = (2m * amount).ToString(CultureInfo.InvariantCulture);
        Revise(data, "premiums.csv", premium.Origin.Id, "amount", doubled);
        Revise(data, "policies.csv", policy, "annual_premium", doubled);
        return sample.Book.Policy(premium.Policy)!.Agent.Value;
    }

    // Somebody of another team, so that no roll-up mixes the two.
    private string CancelAnInterview(string data, string seller)
    {
        var interview = sample.Book.Activities.First(a =>
            a is { Activity: "interview", Outcome: "success", Origin.Revision: 1 } && a.Date >= new LocalDate(2026, 9, 1) && Team(a.Agent.Value) != Team(seller));
        Revise(data, "activities.csv", interview.Origin.Id, "result", "CXL");
        return interview.Agent.Value;
    }

    private string? Team(string agent) => sample.Book.Organisation.TeamOf(new(agent), SampleRun.Q3.Interval.End)?.Value;

    private IEnumerable<string?> Groups(params string[] agents) =>
        agents.SelectMany(a => new[] { a, Team(a) }).Append("B01").Order(StringComparer.Ordinal);

    private static void Revise(string data, string file, string id, string column, string value)
    {
        foreach (var path in Directory.EnumerateFiles(data, file, SearchOption.AllDirectories))
        {
            var lines = File.ReadAllLines(path);
            var index = Array.FindIndex(lines, l => l.StartsWith(id + ",", StringComparison.Ordinal));
            if (index >= 0)
            {
                var header = lines[0].Split(',');
                var fields = lines[index].Split(',');
                fields[Array.IndexOf(header, column)] = value;
                fields[Array.IndexOf(header, "ver")] = "2";
                lines[index] = string.Join(',', fields);
                File.WriteAllText(path, string.Join('\n', lines) + "\n");
                return;
            }
        }

        throw new InvalidOperationException($"{id} is in no {file}.");
    }

    private static Statement Read(Run run, string agent) => StatementJson.Read(run.Text($"statements/{agent}.json"));

    private static bool IsStatement(string file) => file.StartsWith("statements/", StringComparison.Ordinal);

    private static string Key(IReadOnlyDictionary<string, string> row) => $"{row["period_from"]}/{row["period_to"]} {row["level"]} {row["subject"]} {row["measure"]}";
}
