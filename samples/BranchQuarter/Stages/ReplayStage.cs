namespace BranchQuarter.Stages;

/// <summary>Lives the quarter day by day with the replay's clock: what was delivered, the checkpoints that are due, and what the managers decide.</summary>
internal sealed class ReplayStage(GoalSetting goals, Monitoring monitoring, IFactStore facts, ReplayClock clock, Screen screen)
{
    public async Task<ReplaySummary> RunAsync(CallContext call, Profile profile, MeasureId measure, Decisions decisions, IProgress<double> progress, CancellationToken cancellation)
    {
        var deliveries = await facts.DeliveriesAsync(call, cancellation);
        var checkpoints = new List<Checkpoint>();
        var unused = new List<ScriptedDecision>();
        var days = new DateInterval(profile.OpenedOn, profile.Days.End.PlusDays(1));
        var done = 0;
        foreach (var day in days)
        {
            clock.TurnTo(day);
            var knownAt = KnownAt(deliveries, profile, clock.Today.PlusDays(-1));
            var made = await monitoring.RunDueAsync(call, profile.Quarter, clock.Today, knownAt, cancellation).OrThrow();
            // Teams and further targets are looked at as well; the script decides on, and the report shows, what agents make of the first one.
            var shown = made.Where(c => c.Subject.Kind == SubjectKind.Agent && c.Measure == measure).ToArray();
            checkpoints.AddRange(await DecideAsync(call, profile, decisions, shown, knownAt, unused, cancellation));
            progress.Report((double)++done / days.Length);
        }

        return new([.. checkpoints.OrderBy(c => c.AsOf).ThenBy(c => c.Subject.Id, StringComparer.Ordinal)], unused);
    }

    /// <summary>The commit sequence up to which facts were known on a day: the last delivery before the first one that came later. Null in a backfill, where all are known.</summary>
    public static long? KnownAt(IReadOnlyList<DeliveryRecord> deliveries, Profile profile, LocalDate day) =>
        profile.IsBackfill ? null : deliveries.OrderBy(d => d.Sequence).TakeWhile(d => d.DeliveredOn <= day).Select(d => d.Sequence).LastOrDefault();

    public void Tell(ReplaySummary summary)
    {
        screen.Line("bq.replay.checkpoints", ("checkpoints", summary.Checkpoints.Count), ("days", summary.Checkpoints.Select(c => c.AsOf).Distinct().Count()));
        foreach (var status in summary.Checkpoints.Where(c => c.AsOf == summary.Checkpoints[^1].AsOf).GroupBy(c => c.Status).OrderBy(g => g.Key))
        {
            screen.Line("bq.replay.status", ("agents", status.Count()), ("status", ReasonValue.Term($"status.{status.Key}")));
        }

        foreach (var decided in summary.Checkpoints.Where(c => c.Decision is not null))
        {
            screen.Line(
                "bq.replay.decision",
                ("date", decided.Decision!.On),
                ("agent", decided.Subject.Id),
                ("action", ReasonValue.Term($"action.{decided.Decision.Action}")),
                ("by", decided.Decision.By.Value));
        }

        foreach (var decision in summary.Unused)
        {
            screen.Line("bq.replay.unused", ("date", decision.On), ("agent", decision.Agent.Value), ("action", decision.Action));
        }
    }

    private async Task<IReadOnlyList<Checkpoint>> DecideAsync(
        CallContext call,
        Profile profile,
        Decisions decisions,
        IReadOnlyList<Checkpoint> made,
        long? knownAt,
        List<ScriptedDecision> unused,
        CancellationToken cancellation)
    {
        var result = made.ToDictionary(c => c.Subject.Agent);
        foreach (var decision in decisions.On(clock.Today))
        {
            var actor = call with { Actor = decision.By };
            if (decision.Action == ScriptedDecision.HandOver)
            {
                await goals.HandOverAsync(actor, profile.Quarter, decision.Agent, clock.Today, knownAt, cancellation).OrThrow();
            }
            else if (decision.Action == ScriptedDecision.MoveTeam)
            {
                await goals.MoveTeamAsync(actor, profile.Quarter, decision.Agent, decision.Due ?? clock.Today, clock.Today, knownAt, cancellation).OrThrow();
            }
            else if (result.TryGetValue(decision.Agent, out var checkpoint) && Fits(checkpoint, decision))
            {
                var settled = new CheckpointDecision(
                    decision.CheckpointAction!.Value, decision.By, clock.Today, decision.Note, decision.Due ?? clock.Today.PlusDays(14));
                result[decision.Agent] = await monitoring.DecideAsync(actor, checkpoint.Key, settled, cancellation).OrThrow();
            }
            else
            {
                unused.Add(decision);
            }
        }

        return [.. result.Values];
    }

    private static bool Fits(Checkpoint checkpoint, ScriptedDecision decision) =>
        decision.CheckpointAction != CheckpointAction.AcceptProposal || checkpoint.Proposals.Count > 0;
}

/// <summary>What the replay gave: every checkpoint, and scripted decisions for which there was no occasion.</summary>
internal sealed record ReplaySummary(IReadOnlyList<Checkpoint> Checkpoints, IReadOnlyList<ScriptedDecision> Unused);
