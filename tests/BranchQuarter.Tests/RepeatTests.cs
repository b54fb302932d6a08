using System.Diagnostics;
using System.Globalization;

namespace BranchQuarter.Tests;

/// <summary>Running again changes nothing; a run that was stopped is finished by the next one.</summary>
[Collection("sample")]
public class RepeatTests(SampleRun sample)
{
    [Fact]
    public async Task A_second_run_on_the_same_database_changes_nothing()
    {
        using var folder = new TemporaryFolder();
        sample.CopyTo(folder["out"]);
        foreach (var output in Directory.EnumerateFiles(folder["out"], "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".db", StringComparison.Ordinal)))
        {
            File.Delete(output); // what is there afterwards was written by the second run
        }

        var second = await Runs.OfAsync(Runs.Data, folder["out"]);

        Assert.Equal(0, second.ExitCode);
        Assert.Contains(" 0 new, 0 revised", second.Console, StringComparison.Ordinal);
        Assert.Equal(sample.Stored, Runs.Dump(second.Database));
        Assert.Equal(sample.Run.Files, second.Files);
    }

    /// <summary>Each kill hits work that no run before it got to; where depends on what the run says, not on how fast the machine is.</summary>
    [Fact]
    public async Task Killed_in_every_stage_it_ends_with_the_same_output_and_the_same_database()
    {
        using var folder = new TemporaryFolder();
        var database = Path.Combine(folder["out"], "branch-quarter.db");
        (string Stage, int Milliseconds)[] kills =
        [
            ("Read and check", 0), ("Store the facts", 100), ("Store the facts", 600), ("Open the quarter", 100),
            ("Replay the quarter", 200), ("Replay the quarter", 800), ("Close:", 100), ("Write the outputs", 50),
        ];
        foreach (var (stage, milliseconds) in kills)
        {
            Assert.True(await IsKilledAsync(folder["out"], stage, milliseconds), $"the run was over {milliseconds} ms after '{stage}'");
            Assert.Equal("ok", File.Exists(database) ? Runs.Integrity(database) : "ok");
        }

        var last = await Runs.OfAsync(Runs.Data, folder["out"]);

        Assert.Equal(0, last.ExitCode);
        Assert.Equal(sample.Run.Files, last.Files);
        Assert.Equal(sample.Stored, Runs.Dump(last.Database));
    }

    [Fact]
    public async Task Stopped_by_the_user_it_says_how_to_go_on_and_goes_on()
    {
        using var folder = new TemporaryFolder();
        foreach (var stage in new[] { "Read and check", "Store the facts", "Replay the quarter" })
        {
            using var stop = new CancellationTokenSource();
            await using var console = new StoppingConsole(stage, stop);
            var stopped = await Runs.OfAsync(Runs.Data, folder["out"], "en", console, stop.Token);

            Assert.Equal(130, stopped.ExitCode);
            Assert.Contains("Run the same command again", stopped.Console, StringComparison.Ordinal);
        }

        var last = await Runs.OfAsync(Runs.Data, folder["out"]);

        Assert.Equal(0, last.ExitCode);
        Assert.Equal(sample.Run.Files, last.Files);
        Assert.Equal(sample.Stored, Runs.Dump(last.Database));
    }

    private static async Task<bool> IsKilledAsync(string folder, string stage, int milliseconds)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(BranchRun).Assembly.Location, "--out", folder]) { RedirectStandardOutput = true })!;
        while (await process.StandardOutput.ReadLineAsync() is { } line && !line.Contains(stage, StringComparison.Ordinal))
        {
        }

        var rest = process.StandardOutput.ReadToEndAsync();
        var isOver = process.WaitForExit(milliseconds);
        process.Kill();
        await process.WaitForExitAsync();
        await rest;
        return !isOver && process.ExitCode != 0;
    }

    /// <summary>Presses Ctrl-C shortly after a stage began.</summary>
    private sealed class StoppingConsole(string stage, CancellationTokenSource stop) : StringWriter(CultureInfo.InvariantCulture)
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value!.Contains(stage, StringComparison.Ordinal))
            {
                stop.CancelAfter(150);
            }
        }
    }
}
