using System.Diagnostics;
using System.Globalization;
using ActivityMgmt.Benchmarks;

// --quick: up to 1,000 agents. --agents N: one size. --facts N: facts per agent in memory. --compliance: with the sample's rule pack at the closing. --processor: each stage's processor time in brackets.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var factsPerAgent = Option("--facts") ?? 375;
int[] sizes = Option("--agents") is { } one ? [one] : args.Contains("--quick") ? [250, 500, 1000] : [250, 500, 1000, 2000, 4000, 8000];

Console.WriteLine($"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {factsPerAgent} facts per agent in memory{(args.Contains("--compliance") ? ", with compliance" : "")}");
await QuarterRun.RunAsync(50, factsPerAgent, args.Contains("--compliance")).ConfigureAwait(false); // the compiler warms up
Console.WriteLine();
Console.WriteLine("| agents | facts | load s | open s | plan s | 13 checkpoints s | close s | total s | processor s | processor ms per agent | collector's pauses s | allocated MB | memory in use MB | peak MB |");
Console.WriteLine("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
foreach (var agents in sizes)
{
    GC.Collect();
    var run = await QuarterRun.RunAsync(agents, factsPerAgent, args.Contains("--compliance")).ConfigureAwait(false);
    var peak = Process.GetCurrentProcess().PeakWorkingSet64;
    Console.WriteLine(
        $"| {run.Agents:N0} | {run.Facts:N0} | {Seconds(run.Load)} | {Seconds(run.Open)} | {Seconds(run.Plan)} | {Seconds(run.Checkpoints)} | {Seconds(run.Close)} "
        + $"| {Seconds(run.Total)} | {run.Total.Processor.TotalSeconds:F1} | {run.Total.Processor.TotalMilliseconds / run.Agents:F1} | {run.Total.Pauses.TotalSeconds:F1} | {run.Total.Allocated >> 20:N0} | {run.Memory >> 20:N0} | {peak >> 20:N0} |");
    if (args.Contains("--made"))
    {
        Console.WriteLine($"  {run.Made}");
    }
}

string Seconds(StageTime time) => args.Contains("--processor") ? $"{time.Wall.TotalSeconds:F1} ({time.Processor.TotalSeconds:F1})" : $"{time.Wall.TotalSeconds:F1}";

int? Option(string name)
{
    var at = Array.IndexOf(args, name);
    return at >= 0 && at + 1 < args.Length ? int.Parse(args[at + 1], CultureInfo.InvariantCulture) : null;
}
