using System.Diagnostics;

namespace BranchQuarter.Tests;

/// <summary>Running again changes nothing; a run that was stopped is finished by the next one.</summary>
[Collection("sample")]
public class RepeatTests(SampleRun sample)
{
    [Fact]
    public async Task A_second_run_on_the_same_database_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        var first = await Runs.OfAsync(Runs.Data, folder["out"]);
        var (files, stored) = (first.Files, Runs.Dump(first.Database));

        var second = await Runs.OfAsync(Runs.Data, folder["out"]);

        Assert.Equal(0, second.ExitCode);
        Assert.Contains(" 0 new, 0 revised", second.Console, StringComparison.Ordinal);
        Assert.Equal(stored, Runs.Dump(second.Database));
        Assert.Equal(files, second.Files);
        Assert.Equal(sample.Run.Files, second.Files);
    }

    [Fact]
    public async Task Killed_again_and_again_it_ends_with_the_same_output()
    {
        using var folder = new TemporaryFolder();
        var kills = 0;
        foreach (var milliseconds in new[] { 1_500, 3_000, 4_500, 6_000, 7_500, 9_000 })
        {
            using var process = Process.Start(new ProcessStartInfo("dotnet", [Program, "--out", folder["out"]]) { RedirectStandardOutput = true })!;
            process.OutputDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            if (!process.WaitForExit(milliseconds))
            {
                process.Kill();
                await process.WaitForExitAsync();
                kills++;
            }
        }

        var last = await Runs.OfAsync(Runs.Data, folder["out"]);

        Assert.True(kills >= 2, "the runs were over before they could be killed");
        Assert.Equal(0, last.ExitCode);
        Assert.Equal(sample.Run.Files, last.Files);
    }

    [Fact]
    public async Task Stopped_by_the_user_it_says_how_to_go_on_and_goes_on()
    {
        using var folder = new TemporaryFolder();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(3));

        var stopped = await Runs.OfAsync(Runs.Data, folder["out"], cancellation: stop.Token);
        Assert.Equal(130, stopped.ExitCode);
        Assert.Contains("Run the same command again", stopped.Console, StringComparison.Ordinal);

        var last = await Runs.OfAsync(Runs.Data, folder["out"]);
        Assert.Equal(sample.Run.Files, last.Files);
    }

    private static string Program => typeof(BranchRun).Assembly.Location;
}
