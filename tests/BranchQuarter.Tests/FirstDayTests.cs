using System.Security.Cryptography;

namespace BranchQuarter.Tests;

public class FirstDayTests
{
    [Fact]
    public async Task Every_step_works_on_the_sample_branch_and_the_crms_files_stay_as_they_are()
    {
        var before = Hash(Runs.Data);
        using var folder = new TemporaryFolder();

        var said = await RunAsync(folder.Path, "en");

        Assert.Equal(
            ["35 looked at, 5 without a past", "314 goals, 86 checkpoints, 35 need a decision", "Equal: 68", "Explained: 3", "Unexplained: 26"],
            said.Where(l => char.IsDigit(l[0]) || l.Contains("xplained:", StringComparison.Ordinal) || l.StartsWith("Equal", StringComparison.Ordinal)));
        Assert.Equal("-840.00 CNY: Commission taken back: surrender on 2026-10-20.", said[^4]); // half of 1,680
        Assert.Equal(
            [
                "fyp without Premium:crm/P1024-25-07-Y1@1: It counts on 2025-08-08 (by its own date), which is not in 2026-07-01 to 2026-09-30.",
                "fyp without Premium:crm/P1024-25-07-Y2@1: \"policyYear == 1\" is false (policyYear: 2); the condition is: policyYear == 1",
                "persistency-13m without Policy:crm/P1024-25-07@1: It counts on 2026-10-08 (by the end of the grace period), which is not in 2026-07-01 to 2026-09-30.",
            ],
            said[^3..]);
        Assert.Equal(before, Hash(Runs.Data));
    }

    [Fact]
    public async Task The_reconciliation_can_be_read_in_Chinese()
    {
        using var folder = new TemporaryFolder();

        await RunAsync(folder.Path, "zh-CN");

        var lines = File.ReadAllLines(folder["shadow.md"]);
        Assert.Equal(["## 未解释 (26)", "## 已解释 (3)", "## 一致 (68)"], lines.Where(l => l.StartsWith("## ", StringComparison.Ordinal)));
    }

    private static async Task<string[]> RunAsync(string folder, string culture)
    {
        using var program = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "FirstDay.dll"), folder, culture]) { RedirectStandardOutput = true, StandardOutputEncoding = System.Text.Encoding.UTF8 })!;
        var output = await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();
        Assert.Equal(0, program.ExitCode);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static string Hash(string folder) => string.Join('\n', Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(f => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))));
}
