using System.Diagnostics;

namespace ActivityMgmt.Benchmarks;

/// <summary>One quarter, end to end, with a stop-watch: opens, agrees, plans, runs 13 checkpoints, closes.</summary>
internal sealed class QuarterRun
{
    private static readonly CallContext Call = new(new("benchmark"), CallContext.SystemActor);
    private static readonly IWorkCalendar Calendar = WorkCalendars.China;
    private static readonly RunRateForecaster Forecaster = new(Calendar);

    public static async Task<QuarterTimes> RunAsync(int agents, int factsPerAgent, bool compliance)
    {
        var watch = Stopwatch.StartNew();
        var book = FactBook.Of(new BranchFacts(agents, factsPerAgent).All());
        var load = watch.Elapsed;
        var facts = new InMemoryFacts(book);
        var documents = new InMemoryDocuments(BranchRules.For(agents).Where(d => compliance || d.Kind != DocumentKinds.RulePack));
        var (goals, plans) = (new InMemoryRepository<Goal>(), new InMemoryRepository<ActivityPlan>());
        var (checkpoints, evaluations) = (new InMemoryRepository<Checkpoint>(), new InMemoryRepository<Evaluation>());
        var kpis = new KpiEngine();
        var quarter = BranchFacts.Quarter;
        var (openedOn, closedOn) = (quarter.Interval.Start, quarter.Interval.End.PlusDays(8));

        var busy = Process.GetCurrentProcess().TotalProcessorTime;
        watch.Restart();
        var setting = new GoalSetting(facts, documents, kpis, goals, Calendar, Forecaster);
        var opening = await setting.OpenAsync(Call, quarter, openedOn, null, CancellationToken.None).ConfigureAwait(false);
        var agreed = await setting.AgreeAsync(Call, opening, openedOn, CancellationToken.None).ConfigureAwait(false);
        var open = watch.Elapsed;

        watch.Restart();
        var planned = await new Planning(facts, documents, kpis, goals, plans, Calendar).PlanAsync(Call, quarter, openedOn, null, CancellationToken.None).ConfigureAwait(false);
        var plan = watch.Elapsed;

        watch.Restart();
        var monitoring = new Monitoring(facts, documents, kpis, goals, plans, checkpoints, Calendar, Forecaster, new FunnelCauseFinder(Calendar), new());
        var (runs, made, causes) = (0, 0, 0);
        for (var monday = quarter.Interval.Start.Next(IsoDayOfWeek.Monday); monday <= quarter.Interval.End; monday = monday.PlusWeeks(1))
        {
            var due = await monitoring.RunDueAsync(Call, quarter, monday, null, CancellationToken.None).ConfigureAwait(false);
            (runs, made, causes) = (runs + 1, made + due.Count, causes + due.Count(c => c.Cause is Cause.WeakStep));
        }

        var check = watch.Elapsed;

        watch.Restart();
        var closing = await new Evaluating(facts, documents, kpis, new Scorecards(), goals, checkpoints, evaluations)
            .CloseAsync(Call, quarter, closedOn, null, CancellationToken.None).ConfigureAwait(false);
        var close = watch.Elapsed;
        return new()
        {
            Agents = agents,
            Facts = book.All.Count,
            Load = load,
            Open = open,
            Plan = plan,
            Checkpoints = check,
            Close = close,
            Processor = Process.GetCurrentProcess().TotalProcessorTime - busy,
            Memory = GC.GetTotalMemory(forceFullCollection: false),
            Made = $"{agreed.Count} goals, {planned.Count} plans, {made} checkpoints in {runs} runs, {causes} causes, {closing.Evaluations.Count} evaluations, {closing.NextGoals.Count} next goals",
        };
    }
}

/// <summary>How long each stage took, and what it made.</summary>
internal sealed record QuarterTimes
{
    public required int Agents { get; init; }

    public required int Facts { get; init; }

    /// <summary>Inventing the facts and putting them into a book; not part of the total.</summary>
    public required TimeSpan Load { get; init; }

    public required TimeSpan Open { get; init; }

    public required TimeSpan Plan { get; init; }

    public required TimeSpan Checkpoints { get; init; }

    public required TimeSpan Close { get; init; }

    /// <summary>Processor time of the total, all cores together: what a busy machine can't stretch.</summary>
    public required TimeSpan Processor { get; init; }

    public TimeSpan Total => Open + Plan + Checkpoints + Close;

    /// <summary>Managed bytes in use after the closing.</summary>
    public required long Memory { get; init; }

    public required string Made { get; init; }
}
