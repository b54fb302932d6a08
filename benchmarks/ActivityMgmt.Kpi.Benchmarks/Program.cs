using System.Diagnostics;

namespace ActivityMgmt.Kpi.Benchmarks;

internal static class Program
{
    public static void Main(string[] args)
    {
        var facts = args.Length > 0 ? int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 20_000_000;
        var agents = facts / 200;
        foreach (var ordered in new[] { false, true })
        {
            var workload = new WorkloadA(facts, agents, ordered);
            var rows = new FactRows
            {
                Count = facts, Groups = workload.Agent, GroupCount = agents, Days = workload.Day, Sorts = workload.Type, SortCount = WorkloadA.Kinds,
                Codes = [workload.Customer], Numbers = [workload.Premium], AreInOrderOfGroups = ordered,
            };
            RowCondition Of(params WorkloadA.Kind[] kinds) => new RowCondition.OfSorts([.. Enumerable.Range(0, 8).Select(k => kinds.Contains((WorkloadA.Kind)k))]);
            var contacts = Of(WorkloadA.Kind.Call, WorkloadA.Kind.Appointment, WorkloadA.Kind.Visit);
            RowAggregate[] aggregates =
            [
                .. Enumerable.Range(0, 6).Select(k => new RowAggregate.Count(Of((WorkloadA.Kind)k))),
                new RowAggregate.Sum(Of(WorkloadA.Kind.Case), 0), new RowAggregate.Distinct(contacts, 0), new RowAggregate.Days(contacts, Figures.AtLeastOnADay),
            ];
            foreach (var workers in new[] { 1, 2 })
            {
                var program = new RowProgram(aggregates, WorkloadA.Kinds);
                var plan = new PeriodPlan(Figures.Days);
                var engine = new BatchEngine(program, plan, workers);
                var figures = new BatchFigures(aggregates, 16);
                var hand = new HandWritten(workers);
                var byHand = new Figures(agents);
                var (a, b) = (new List<double>(), new List<double>());
                for (var i = 0; i < 7; i++)
                {
                    a.Add(Time(() => hand.Run(workload, byHand)));
                    var before = GC.GetTotalAllocatedBytes(true);
                    b.Add(Time(() => engine.Run(rows, figures)));
                    if (i == 6)
                    {
                        Console.WriteLine($"allocated {GC.GetTotalAllocatedBytes(true) - before}");
                    }
                }

                for (var k = 0; k < 6; k++)
                {
                    Check(byHand.Counts[k].AsSpan().SequenceEqual(figures.Counts(k)), $"count {k}");
                }

                Check(byHand.Premium.AsSpan().SequenceEqual(figures.Numbers(6)), "premium");
                Check(byHand.Customers.AsSpan().SequenceEqual(figures.Counts(7)), "customers");
                Check(byHand.ActiveDays.AsSpan().SequenceEqual(figures.Counts(8)), "days");
                a.Sort();
                b.Sort();
                Console.WriteLine($"{(ordered ? "ordered" : "unsorted")} {workers}T hand {a[3]:0} ms, engine {b[3]:0} ms = {b[3] / a[3]:0.00}; min {a[0]:0} {b[0]:0} = {b[0] / a[0]:0.00}; {facts / b[3] / 1000:0} M/s");
            }
        }
    }

    private static void Check(bool ok, string what)
    {
        if (!ok)
        {
            Console.WriteLine($"DIFFERENT: {what}");
        }
    }

    private static double Time(Action run)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        run();
        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds;
    }
}
