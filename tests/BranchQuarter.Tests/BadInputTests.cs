namespace BranchQuarter.Tests;

/// <summary>Bad input ends in a message with file, place, expectation and remedy, exit code 1, and no database.</summary>
public class BadInputTests
{
    public static TheoryData<string, string[]> Cases => new()
    {
        { "missing file", ["policies.csv(1)", "is not there", "Export it"] },
        { "missing column", ["2026-06-30/policies.csv(1)", "annual_premium"] },
        { "wrong date", ["2026-07-05/policies.csv(2)", "submitted_on", "yyyy-MM-dd"] },
        { "unknown agent", ["2026-07-05/activities.csv(2)", "emp_no", "E9999", "agents.csv"] },
        { "negative premium", ["2026-07-05/premiums.csv(2)", "amount", "-100"] },
        { "unknown KPI", ["documents/pay-plan.json(", "casez", "cases"] },
        { "overlapping tiers", ["documents/pay-plan.json(", "bands"] },
        { "broken JSON", ["documents/kpis.json(", "JSON"] },
        { "missing document", ["kpis.json", "missing"] },
        { "broken mapping", ["mapping.json(", "activitty", "activity"] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Ends_in_a_clear_message_without_a_database(string mistake, string[] words)
    {
        using var folder = new TemporaryFolder();
        var data = Runs.CopyOfData(folder);
        Spoil(data, mistake);

        var run = await Runs.OfAsync(data, folder["out"]);

        Assert.Equal(1, run.ExitCode);
        Assert.All(words, word => Assert.Contains(word, run.Console, StringComparison.OrdinalIgnoreCase));
        Assert.False(File.Exists(run.Database), "a database was written");

        var chinese = await Runs.OfAsync(data, folder["out"], "zh-CN");
        Assert.Equal(1, chinese.ExitCode);
        Assert.Contains(chinese.Console, c => c > 0x2E80);
    }

    [Fact]
    public async Task Leaves_a_database_that_is_there_as_it_was()
    {
        using var folder = new TemporaryFolder();
        var data = Runs.CopyOfData(folder);
        var good = await Runs.OfAsync(data, folder["out"]);
        var stored = Runs.Dump(good.Database);
        Spoil(data, "negative premium");

        var bad = await Runs.OfAsync(data, folder["out"]);

        Assert.Equal((0, 1), (good.ExitCode, bad.ExitCode));
        Assert.Equal(stored, Runs.Dump(bad.Database));
        Assert.Contains(bad.Csv("rejects.csv"), r => r["reason"] == "negative-amount" && r["line"] == "2");
    }

    private static void Spoil(string data, string mistake)
    {
        var plan = Path.Combine(data, "documents", "pay-plan.json");
        switch (mistake)
        {
            case "missing file":
                foreach (var file in Directory.EnumerateFiles(data, "policies.csv", SearchOption.AllDirectories))
                {
                    File.Delete(file);
                }

                break;
            case "missing column":
                Replace(Path.Combine(data, "exports", "2026-06-30", "policies.csv"), "annual_premium", "yearly_premium");
                break;
            case "wrong date":
                ChangeField(Path.Combine(data, "exports", "2026-07-05", "policies.csv"), 6, "05/07/2026");
                break;
            case "unknown agent":
                ChangeField(Path.Combine(data, "exports", "2026-07-05", "activities.csv"), 1, "E9999");
                break;
            case "negative premium":
                ChangeField(Path.Combine(data, "exports", "2026-07-05", "premiums.csv"), 6, "-100.00");
                break;
            case "unknown KPI":
                Replace(plan, "cases >= 3", "casez >= 3");
                break;
            case "overlapping tiers":
                // The second band begins where the first does.
                var text = File.ReadAllText(plan);
                var second = text.IndexOf("\"from\"", text.IndexOf("\"from\": 0", StringComparison.Ordinal) + 8, StringComparison.Ordinal);
                var end = text.IndexOfAny([',', '}'], second);
                File.WriteAllText(plan, text[..second] + "\"from\": 0" + text[end..]);
                break;
            case "broken JSON":
                Replace(Path.Combine(data, "documents", "kpis.json"), "\"measures\": [", "\"measures\": [[");
                break;
            case "missing document":
                File.Delete(Path.Combine(data, "documents", "kpis.json"));
                break;
            case "broken mapping":
                Replace(Path.Combine(data, "mapping.json"), "\"fact\": \"activity\"", "\"fact\": \"activitty\"");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(mistake), mistake, "no such mistake");
        }
    }

    private static void Replace(string file, string from, string to)
    {
        var text = File.ReadAllText(file);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} has no {from}");
        File.WriteAllText(file, text[..at] + to + text[(at + from.Length)..]);
    }

    private static void ChangeField(string file, int column, string value)
    {
        var lines = File.ReadAllText(file).Split('\n');
        var fields = lines[1].Split(',');
        fields[column] = value;
        lines[1] = string.Join(',', fields);
        File.WriteAllText(file, string.Join('\n', lines));
    }
}
