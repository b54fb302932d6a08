using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace ActivityMgmt.Benchmarks;

/// <summary>One quarter, end to end, with a stop-watch: opens, agrees, plans, runs 13 checkpoints, closes. A host as any other, with its storage in memory.</summary>
internal sealed class QuarterRun(IServiceProvider services)
{
    private static readonly CallContext Call = new(new("benchmark"), new("manager"));

    private readonly Process _process = Process.GetCurrentProcess();

    public static async Task<QuarterTimes> RunAsync(int agents, int factsPerAgent, bool compliance)
    {
        var services = new ServiceCollection()
            .AddActivityManagement(activity => activity.UseInMemory().UseAccess(AccessPolicies.CheckedByHost).UseWorkCalendar(WorkCalendars.China).AddKpi())
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
        await using (services.ConfigureAwait(false))
        {
            foreach (var document in BranchRules.For(agents).Where(d => compliance || d.Kind != DocumentKinds.RulePack))
            {
                await services.GetRequiredService<IDocumentStore>().PublishAsync(Call, document, CancellationToken.None).ConfigureAwait(false);
            }

            return await new QuarterRun(services).RunAsync(agents, factsPerAgent).ConfigureAwait(false);
        }
    }

    private async Task<QuarterTimes> RunAsync(int agents, int factsPerAgent)
    {
        var quarter = BranchFacts.Quarter;
        var days = FiscalCalendars.Gregorian.IntervalOf(quarter);
        var (openedOn, closedOn) = (days.Start, days.End.PlusDays(8));

        var (facts, load) = await TimedAsync(() => LoadAsync(agents, factsPerAgent)).ConfigureAwait(false);
        var (goals, open) = await TimedAsync(() => OpenAsync(quarter, openedOn)).ConfigureAwait(false);
        var (plans, plan) = await TimedAsync(() => services.GetRequiredService<Planning>().PlanAsync(Call, quarter, openedOn, null, CancellationToken.None).OrThrow()).ConfigureAwait(false);
        var (checkpoints, check) = await TimedAsync(() => CheckAsync(quarter, days)).ConfigureAwait(false);
        var (closing, close) = await TimedAsync(() => services.GetRequiredService<Evaluating>().CloseAsync(Call, quarter, closedOn, null, CancellationToken.None).OrThrow()).ConfigureAwait(false);
        return new()
        {
            Agents = agents,
            Facts = facts,
            Load = load,
            Open = open,
            Plan = plan,
            Checkpoints = check,
            Close = close,
            Memory = GC.GetTotalMemory(forceFullCollection: false),
            Made = $"{goals} goals, {plans.Count} plans, {checkpoints}, {closing.Evaluations.Count} evaluations, {closing.NextGoals.Count} next goals",
        };
    }

    // One delivery, and one look at it, so that no stage pays for building the book.
    private async Task<int> LoadAsync(int agents, int factsPerAgent)
    {
        var store = services.GetRequiredService<IFactStore>();
        FactDelivery delivery = new()
        {
            Name = "all", DeliveredOn = new(2026, 1, 1), Source = "crm", Facts = [.. new BranchFacts(agents, factsPerAgent).All().Select(f => new IncomingFact(f))],
        };
        await store.AppendAsync(Call, delivery, CancellationToken.None).ConfigureAwait(false);
        return (await store.ReadAsync(Call, null, CancellationToken.None).ConfigureAwait(false)).All.Count;
    }

    private async Task<int> OpenAsync(Quarter quarter, LocalDate on)
    {
        var setting = services.GetRequiredService<GoalSetting>();
        await setting.OpenAsync(Call, quarter, on, null, CancellationToken.None).OrThrow().ConfigureAwait(false);
        return (await setting.AgreeAsync(Call, quarter, on, null, CancellationToken.None).OrThrow().ConfigureAwait(false)).Count;
    }

    private async Task<string> CheckAsync(Quarter quarter, DateInterval days)
    {
        var monitoring = services.GetRequiredService<Monitoring>();
        var (runs, made, causes) = (0, 0, 0);
        for (var monday = days.Start.Next(IsoDayOfWeek.Monday); monday <= days.End; monday = monday.PlusWeeks(1))
        {
            var due = await monitoring.RunDueAsync(Call, quarter, monday, null, CancellationToken.None).OrThrow().ConfigureAwait(false);
            (runs, made, causes) = (runs + 1, made + due.Count, causes + due.Count(c => c.Cause is Cause.WeakStep));
        }

        return $"{made} checkpoints in {runs} runs, {causes} causes";
    }

    private async Task<(T Made, StageTime Time)> TimedAsync<T>(Func<Task<T>> stage)
    {
        _process.Refresh();
        var (watch, busy, pauses, allocated) = (Stopwatch.StartNew(), _process.TotalProcessorTime, GC.GetTotalPauseDuration(), GC.GetTotalAllocatedBytes());
        var made = await stage().ConfigureAwait(false);
        _process.Refresh();
        return (made, new(watch.Elapsed, _process.TotalProcessorTime - busy, GC.GetTotalPauseDuration() - pauses, GC.GetTotalAllocatedBytes() - allocated));
    }
}

/// <summary>How long a stage took.</summary>
/// <param name="Wall">By the clock.</param>
/// <param name="Processor">Processor time, all cores together: what a busy machine can't stretch.</param>
/// <param name="Pauses">How long the garbage collector held everything up; part of the wall-clock time.</param>
/// <param name="Allocated">Bytes that were asked for, whether or not they are still in use.</param>
internal readonly record struct StageTime(TimeSpan Wall, TimeSpan Processor, TimeSpan Pauses, long Allocated)
{
    public static StageTime operator +(StageTime one, StageTime other) =>
        new(one.Wall + other.Wall, one.Processor + other.Processor, one.Pauses + other.Pauses, one.Allocated + other.Allocated);
}

/// <summary>How long each stage took, and what it made.</summary>
internal sealed record QuarterTimes
{
    public required int Agents { get; init; }

    public required int Facts { get; init; }

    /// <summary>Inventing the facts and storing them; not part of the total.</summary>
    public required StageTime Load { get; init; }

    public required StageTime Open { get; init; }

    public required StageTime Plan { get; init; }

    public required StageTime Checkpoints { get; init; }

    public required StageTime Close { get; init; }

    public StageTime Total => Open + Plan + Checkpoints + Close;

    /// <summary>Managed bytes in use after the closing.</summary>
    public required long Memory { get; init; }

    public required string Made { get; init; }
}
