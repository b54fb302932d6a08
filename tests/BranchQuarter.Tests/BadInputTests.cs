using System.Text;
using System.Text.RegularExpressions;

namespace BranchQuarter.Tests;

/// <summary>Bad input ends in a message with file, place, expectation and remedy, exit code 1, and no database.</summary>
public class BadInputTests
{
    // Mistake, place, and what the message says in English and in Chinese.
    public static TheoryData<string, string, string[], string[]> Cases => new()
    {
        { "missing file", @"policies\.csv\(1\)", ["The file policies.csv is not there", "Export it"], ["缺少文件 policies.csv", "请导出"] },
        { "missing column", @"2026-06-30/policies\.csv\(1\)", ["no column annual_premium", "the header has", "export the column"], ["没有列 annual_premium", "请改正映射"] },
        { "wrong date", @"2026-07-05/policies\.csv\(2\) submitted_on", ["05/07/2026", "yyyy-MM-dd", "something like 20", "Correct the value"], ["05/07/2026 不符合格式 yyyy-MM-dd", "应形如", "请改正"] },
        { "unknown agent", @"2026-07-05/activities\.csv\(2\) emp_no", ["E9999", "not a known agent", "add the agent to agents.csv"], ["E9999 不是已知的业务员", "请在 agents.csv 中添加"] },
        { "negative premium", @"2026-07-05/premiums\.csv\(2\) amount", ["-100.00", "expected 0 or more", "a refund is a row of its own"], ["-100.00 为负", "应不小于 0", "退费应单独成行"] },
        { "unknown KPI in a condition", @"documents/pay-plan\.json\(\d+,\d+\) \$\.components\[2\]\.when", ["\"casez\"", "Did you mean \"cases\"?"], ["没有“casez”", "是否指“cases”"] },
        { "unknown KPI in a factor", @"documents/pay-plan\.json\(\d+,\d+\) \$\.components\[2\]\.times\.by", ["no KPI \"persistency-13n\"", "Did you mean \"persistency-13m\"?"], ["没有指标“persistency-13n”", "是否指“persistency-13m”"] },
        { "overlapping tiers", @"documents/pay-plan\.json\(\d+,\d+\) \$\.components\[2\]\.bands\[2\]", ["begins at 25,000", "ends at 30,000", "must not overlap", "Write \"to\": 25000 there"], ["25,000", "30,000", "区间不得重叠", "改为 25000"] },
        { "broken JSON", @"documents/kpis\.json\(\d+,\d+\) \$", ["not valid JSON", "Correct the text"], ["不是有效的 JSON", "请改正"] },
        { "missing document", @"documents/kpis\.json", ["is missing", "--profile"], ["此处应有文件", "--profile"] },
        { "broken mapping", @"mapping\.json\(\d+,\d+\) \$\.files\[\d+\]\.fact", ["\"activitty\"", "Did you mean \"activity\"?"], ["“activitty”", "是否指“activity”"] },
        { "mapping that is a workbook", @"mapping\.json\(1\)", ["not UTF-8 text", "Save the file as UTF-8"], ["不是 UTF-8 文本", "另存为 UTF-8"] },
        { "document saved as GBK", @"kpis\.json\(9\)", ["not UTF-8 text", "Save the file as UTF-8"], ["不是 UTF-8 文本", "另存为 UTF-8"] },
        { "another quarter's target", @"documents/target\.json\(\d+,\d+\) \$\.quarter", ["is for 2026Q2", "2026Q3", "profile.json"], ["属于 2026Q2", "2026Q3", "profile.json"] },
        { "closing inside the quarter", @"profile\.json\(\d+,\d+\) \$\.closedOn", ["2026-09-15", "before the quarter's end, 2026-09-30", "Choose a later day"], ["2026年9月15日 早于季末 2026年9月30日", "请改为更晚的日期"] },
        { "decision about nobody", @"decisions\.json\(\d+,\d+\) \$\.decisions\[0\]\.agent", ["E9917 is not known on 2026-07-20", "Correct the id"], ["还没有业务员 E9917", "请更正编号"] },
        { "hand-over by one who stays", @"decisions\.json\(\d+,\d+\) \$\.decisions\[3\]\.action", ["E1022 has no leave date yet on 2026-08-24", "Choose another action"], ["E1022 尚无离职日期", "请改用其他处理"] },
        { "plan of next year", @"documents/pay-plan\.json\(\d+,\d+\) \$\.effective", ["doesn't apply on 2026-07-01", "Let \"effective\" begin"], ["首日 2026年7月1日 不适用", "请让 \"effective\""] },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Ends_in_a_clear_message_in_the_readers_language_without_a_database(string mistake, string place, string[] english, string[] chinese)
    {
        using var folder = new TemporaryFolder();
        var data = Runs.CopyOfData(folder);
        Spoil(data, mistake);

        foreach (var (culture, words) in new[] { ("en", english), ("zh-CN", chinese) })
        {
            var run = await Runs.OfAsync(data, folder["out"], culture);

            Assert.Equal(1, run.ExitCode);
            Assert.Matches(new Regex(place), run.Console);
            Assert.All(words, word => Assert.Contains(word, run.Console, StringComparison.Ordinal));
            Assert.False(Directory.Exists(run.Folder) && Directory.EnumerateFiles(run.Folder, "*.db*").Any(), "a database was written");
        }
    }

    [Fact]
    public async Task An_output_folder_that_can_not_be_written_is_told_without_a_stack_trace()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder["out"], "a file where a folder should be");

        foreach (var (culture, word) in new[] { ("en", "choose another --out"), ("zh-CN", "另选 --out") })
        {
            var run = await Runs.OfAsync(Runs.Data, folder["out"], culture);

            Assert.Equal(2, run.ExitCode);
            Assert.Contains(word, run.Console, StringComparison.Ordinal);
        }
    }

    internal static void Spoil(string data, string mistake)
    {
        var plan = Path.Combine(data, "documents", "pay-plan.json");
        var mapping = Path.Combine(data, "mapping.json");
        switch (mistake)
        {
            case "decision about nobody":
                Replace(Path.Combine(data, "decisions.json"), "\"agent\": \"E1017\"", "\"agent\": \"E9917\"");
                break;
            case "hand-over by one who stays":
                Replace(Path.Combine(data, "decisions.json"), "\"agent\": \"E1021\"", "\"agent\": \"E1022\"");
                break;
            case "missing file":
                foreach (var file in Directory.EnumerateFiles(data, "policies.csv", SearchOption.AllDirectories))
                {
                    File.Delete(file);
                }

                break;
            case "missing column":
                Replace(Path.Combine(data, "exports", "2026-06-30", "policies.csv"), "annual_premium", "prm");
                break;
            case "wrong date":
                ChangeField(Path.Combine(data, "exports", "2026-07-05", "policies.csv"), "submitted_on", "05/07/2026");
                break;
            case "unknown agent":
                ChangeField(Path.Combine(data, "exports", "2026-07-05", "activities.csv"), "emp_no", "E9999");
                break;
            case "negative premium":
                ChangeField(Path.Combine(data, "exports", "2026-07-05", "premiums.csv"), "amount", "-100.00");
                break;
            case "unknown KPI in a condition":
                Replace(plan, "cases >= 3", "casez >= 3");
                break;
            case "unknown KPI in a factor":
                Replace(plan, "\"by\": \"persistency-13m\"", "\"by\": \"persistency-13n\"");
                break;
            case "overlapping tiers":
                Replace(plan, "\"from\": 12000, \"rate\"", "\"from\": 12000, \"to\": 30000, \"rate\"");
                break;
            case "broken JSON":
                Replace(Path.Combine(data, "documents", "kpis.json"), "\"measures\": [", "\"measures\": [[");
                break;
            case "missing document":
                File.Delete(Path.Combine(data, "documents", "kpis.json"));
                break;
            case "broken mapping":
                Replace(mapping, "\"fact\": \"activity\"", "\"fact\": \"activitty\"");
                break;
            case "document saved as GBK":
                var text = File.ReadAllText(Path.Combine(data, "documents", "kpis.json"));
                File.WriteAllBytes(Path.Combine(data, "documents", "kpis.json"), Encoding.Latin1.GetBytes(text.Replace("拜访电话", "\u00B0\u00DD\u00B7\u00C3", StringComparison.Ordinal)));
                break;
            case "mapping that is a workbook":
                File.WriteAllBytes(mapping, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]); // how a workbook begins
                break;
            case "another quarter's target":
                Replace(Path.Combine(data, "documents", "target.json"), "\"quarter\": \"2026Q3\"", "\"quarter\": \"2026Q2\"");
                break;
            case "closing inside the quarter":
                Replace(Path.Combine(data, "profile.json"), "2026-10-08", "2026-09-15");
                break;
            case "plan of next year":
                Replace(plan, "2026-01-01/..", "2027-01-01/..");
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

    private static void ChangeField(string file, string column, string value)
    {
        var lines = File.ReadAllText(file).Split('\n');
        var fields = lines[1].Split(',');
        fields[Array.IndexOf(lines[0].Split(','), column)] = value;
        lines[1] = string.Join(',', fields);
        File.WriteAllText(file, string.Join('\n', lines));
    }
}

[Collection("sample")]
public class BadInputOnADatabaseTests(SampleRun sample)
{
    [Fact]
    public async Task Leaves_a_database_that_is_there_as_it_was()
    {
        using var folder = new TemporaryFolder();
        sample.CopyTo(folder["out"]);
        foreach (var mistake in new[] { "negative premium", "another quarter's target" })
        {
            using var spoilt = new TemporaryFolder();
            var data = Runs.CopyOfData(spoilt);
            BadInputTests.Spoil(data, mistake);

            var bad = await Runs.OfAsync(data, folder["out"]);

            Assert.Equal(1, bad.ExitCode);
            Assert.Equal(sample.Stored, Runs.Dump(bad.Database));
        }

        var reject = Assert.Single(Runs.ReadCsv(Path.Combine(folder["out"], "rejects.csv")), r => r["reason"] == "negative-amount");
        Assert.Equal(("2026-07-05/premiums.csv", "2", "amount"), (reject["file"], reject["line"], reject["column"]));
    }
}
