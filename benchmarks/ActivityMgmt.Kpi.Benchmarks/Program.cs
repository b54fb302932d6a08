using System.Diagnostics;
using System.Globalization;

namespace ActivityMgmt.Kpi.Benchmarks;

/// <summary>The batch engine beside a loop written by hand for the same figures, interleaved in one process; both must come to the same.</summary>
internal static class Program
{
    private const int Repeats = 7;

    /// <param name="args">How many facts; 200 of them are an agent's. <value>Default: 20,000,000.</value></param>
    public static int Main(string[] args)
    {
        var facts = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 20_000_000;
        Console.WriteLine("rows       | workers | hand ms | engine ms | ratio | M facts/s | bytes allocated | processor ratio");
        var differences = 0;
        foreach (var ordered in new[] { false, true })
        {
            var workload = new WorkloadA(facts, facts / 200, ordered);
            foreach (var workers in new[] { 1, Environment.ProcessorCount }.Distinct())
            {
                differences += Compare(workload, ordered, workers);
            }
        }

        return differences == 0 ? 0 : 1;
    }

    private static int Compare(WorkloadA workload, bool ordered, int workers)
    {
        var rows = new FactRows
        {
            Count = workload.Count,
            Groups = workload.Agent,
            GroupCount = workload.Agents,
            Days = workload.Day,
            Sorts = workload.Type,
            SortCount = WorkloadA.Kinds,
            Codes = [workload.Customer],
            Numbers = [workload.Premium],
            AreInOrderOfGroups = ordered,
        };
        var contacts = Of(WorkloadA.Kind.Call, WorkloadA.Kind.Appointment, WorkloadA.Kind.Visit);
        RowAggregate[] aggregates =
        [
            .. Enumerable.Range(0, Figures.Counted).Select(k => new RowAggregate.Count(Of((WorkloadA.Kind)k))),
            new RowAggregate.Sum(Of(WorkloadA.Kind.Case), 0),
            new RowAggregate.Distinct(contacts, 0),
            new RowAggregate.Days(contacts, Figures.AtLeastOnADay),
        ];
        var (engine, figures) = (new BatchEngine(new RowProgram(aggregates, WorkloadA.Kinds), new PeriodPlan(Figures.Days), workers), new BatchFigures(aggregates, Figures.Periods));
        var (hand, byHand) = (new HandWritten(workers), new Figures(workload.Agents));
        var (handRuns, engineRuns, allocated) = (new List<Run>(), new List<Run>(), 0L);
        for (var i = 0; i < Repeats; i++)
        {
            handRuns.Add(Timed(() => hand.Run(workload, byHand)));
            var before = GC.GetTotalAllocatedBytes(precise: true);
            engineRuns.Add(Timed(() => engine.Run(rows, figures)));
            allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        }

        var (a, b) = (Median(handRuns.Select(r => r.Milliseconds)), Median(engineRuns.Select(r => r.Milliseconds)));
        var ofProcessor = engineRuns.Min(r => r.OfProcessor) / handRuns.Min(r => r.OfProcessor);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{(ordered ? "by agent" : "unsorted"),-10} | {workers,7} | {a,7:0} | {b,9:0} | {b / a,5:0.00} | {workload.Count / b / 1000.0,9:0} | {allocated,15:N0} | {ofProcessor,5:0.00}"));
        return Differences(byHand, figures);
    }

    private static int Differences(Figures byHand, BatchFigures figures)
    {
        var (same, next) = (new List<bool>(), Figures.Counted);
        same.AddRange(byHand.Counts.Select((counts, k) => counts.AsSpan().SequenceEqual(figures.Counts(k))));
        same.Add(byHand.Premium.AsSpan().SequenceEqual(figures.Numbers(next)));
        same.Add(byHand.Customers.AsSpan().SequenceEqual(figures.Counts(next + 1)));
        same.Add(byHand.ActiveDays.AsSpan().SequenceEqual(figures.Counts(next + 2)));
        foreach (var figure in same.Select((s, i) => (s, i)).Where(f => !f.s))
        {
            Console.WriteLine($"DIFFERENT: figure {figure.i}");
        }

        return same.Count(s => !s);
    }

    private static RowCondition.OfSorts Of(params WorkloadA.Kind[] kinds) => new([.. Enumerable.Range(0, WorkloadA.Kinds).Select(k => kinds.Contains((WorkloadA.Kind)k))]);

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Repeats / 2);

    private static Run Timed(Action run)
    {
        var process = Process.GetCurrentProcess();
        var (watch, before) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        run();
        process.Refresh();
        return new(watch.Elapsed.TotalMilliseconds, (process.TotalProcessorTime - before).TotalMilliseconds);
    }

    private readonly record struct Run(double Milliseconds, double OfProcessor);
}
