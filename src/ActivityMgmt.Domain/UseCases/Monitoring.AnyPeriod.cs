namespace ActivityMgmt.Domain;

/// <content>Goals of any period: month, quarter, half-year, year, or a host's own.</content>
public sealed partial class Monitoring
{
    /// <summary>
    /// Makes the checkpoints that are due on a day, one for every running goal, whatever kind of period it has (week, month, quarter, half-year, year or a host's own): the cadence is asked for each
    /// goal's period. They count up to the day before. A goal's parts, such as the months of a cascade's quarter, are looked at with it and have none of their own.
    /// </summary>
    /// <remarks>
    /// The KPI document is the one in force on the goal's first day. What is usual is said by the target document of its period when that is a quarter with one, else by
    /// <see cref="CheckpointPolicies.HistoryInMonths"/>; the funnel explains the gap of the first measure of the target document in force on the goal's first day, and of its own steps.
    /// </remarks>
    /// <param name="call">Tenant and actor, who must be allowed to decide on all checkpoints.</param>
    /// <param name="today">The day.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    /// <returns>The day's checkpoints of the goals that run and are due, made now or before, sorted by key.</returns>
    public Task<UseCaseResult<IReadOnlyList<Checkpoint>>> RunDueAsync(CallContext call, LocalDate today, long? asKnownAt, CancellationToken cancellation) =>
        edge.RunAsync(
            call,
            "run-due-checkpoints",
            today,
            work =>
            {
                work.RequireEverything(AccessAction.Decide, DataKind.Checkpoints);
                var fiscal = calendars.For(call.Tenant).Fiscal;
                return RunAllAsync(work, today.PlusDays(-1), g => policies.Cadence(today, g.Period, fiscal), isAdHoc: false, asKnownAt, cancellation);
            },
            cancellation);

    /// <summary>Makes checkpoints on demand, whatever the cadence, of every goal that runs on a day, whatever kind of period it has; see <see cref="RunDueAsync(CallContext, LocalDate, long?, CancellationToken)"/>.</summary>
    /// <param name="call">Tenant and actor, who must be allowed to decide on the checkpoints of each agent asked for; with everybody's, on all.</param>
    /// <param name="asOf">The last day that is counted, included.</param>
    /// <param name="agents">Whose goals; empty: those of everybody, of every team and of the branch.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    /// <returns>The day's checkpoints of these goals, made now or before, sorted by key.</returns>
    public Task<UseCaseResult<IReadOnlyList<Checkpoint>>> RunNowAsync(
        CallContext call, LocalDate asOf, IReadOnlyCollection<AgentId> agents, long? asKnownAt, CancellationToken cancellation)
    {
        Guard.Against.Null(agents);
        return edge.RunAsync(
            call,
            "run-checkpoints-now",
            asOf,
            work =>
            {
                RequireOf(work, agents);
                HashSet<AgentId>? asked = agents.Count == 0 ? null : [.. agents];
                return RunAllAsync(work, asOf, g => g.Period.Contains(asOf) && IsAsked(g, asked), isAdHoc: true, asKnownAt, cancellation);
            },
            cancellation);
    }

    private static void RequireOf(UseCaseWork work, IReadOnlyCollection<AgentId> agents)
    {
        if (agents.Count == 0)
        {
            work.RequireEverything(AccessAction.Decide, DataKind.Checkpoints);
        }

        foreach (var agent in agents)
        {
            work.Require(AccessAction.Decide, DataKind.Checkpoints, Subject.Of(agent), work.On);
        }
    }

    private async Task<IReadOnlyList<Checkpoint>> RunAllAsync(
        UseCaseWork work, LocalDate asOf, Func<Goal, bool> isAsked, bool isAdHoc, long? asKnownAt, CancellationToken cancellation)
    {
        var call = work.Call;
        // Who calls was asked for the right to each goal's checkpoint, so the goals themselves are found with everybody's.
        var running = await goalRecords.ListAsync(
            call,
            AccessScope.Everything(call),
            Specification.Where<GoalRecord>(g => (g.State == GoalState.Active || g.State == GoalState.Agreed) && g.From <= asOf),
            cancellation).ConfigureAwait(false);
        var byPartition = new List<(string Partition, Goal[] Looked)>();
        foreach (var partition in running.Select(g => g.Partition).Distinct().Order(StringComparer.Ordinal))
        {
            var all = (await goals.ListAsync(call, partition, cancellation).ConfigureAwait(false)).Values().ToDictionary(g => g.Id);
            Goal[] looked = [.. all.Values.Where(g => g.Period.Start <= asOf && g.HasStartedBy(work.On) && !IsPart(g, all) && isAsked(g))];
            if (looked.Length > 0)
            {
                byPartition.Add((partition, looked));
            }
        }

        var found = new List<Checkpoint>();
        var book = byPartition.Count == 0 ? null : (await facts.ReadAsync(call, asKnownAt, cancellation).ConfigureAwait(false)).UpTo(asOf);
        var opened = new Dictionary<PublishedDocument, IReadings>();
        var basisOf = new Dictionary<DateInterval, Basis>();
        foreach (var (partition, looked) in byPartition)
        {
            foreach (var period in looked.Select(g => g.Period).Distinct().Where(p => !basisOf.ContainsKey(p)))
            {
                basisOf.Add(period, await BasisAsync(call, period, book!, opened, cancellation).ConfigureAwait(false));
            }

            found.AddRange(await ReviewAsync(work, partition, looked, g => basisOf[g.Period], asOf, isAdHoc, asKnownAt, cancellation).ConfigureAwait(false));
        }

        return [.. found.OrderBy(c => c.Key, StringComparer.Ordinal)];
    }

    // The same subject's goal for the same measure that is kept with it holds it already.
    private static bool IsPart(Goal goal, Dictionary<GoalId, Goal> all) =>
        goal.Parent is { } parent && all.TryGetValue(parent, out var whole) && whole.Subject == goal.Subject && whole.Measure == goal.Measure;

    private async Task<Basis> BasisAsync(CallContext call, DateInterval period, FactBook book, Dictionary<PublishedDocument, IReadings> opened, CancellationToken cancellation)
    {
        var own = calendars.For(call.Tenant);
        var kpiDocument = await documents.RequireAsync(call, DocumentKinds.Kpis, period.Start, cancellation).ConfigureAwait(false);
        if (!opened.TryGetValue(kpiDocument, out var readings))
        {
            opened.Add(kpiDocument, readings = kpis.Open(book, kpiDocument, own));
        }

        var document = await documents.FindAsync(call, DocumentKinds.Target, period.Start, cancellation).ConfigureAwait(false);
        var target = document is null ? null : TargetDocument.Read(document, readings.Measures, own.Fiscal);
        var isItsPeriod = target is not null && own.Fiscal.IntervalOf(target.Quarter) == period;
        return new(readings, isItsPeriod ? target!.History : own.Fiscal.WholeMonthsBefore(period, policies.HistoryInMonths), target?.Targets[0].Measure);
    }
}
