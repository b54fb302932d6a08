using NodaTime.Text;

namespace ActivityMgmt.Domain;

/// <summary>Opens a quarter and keeps its goals: cascade, SMART review, agreement, adjustment, hand-over, closing. Every call is safe to repeat.</summary>
public sealed partial class GoalSetting(
    UseCaseEdge edge,
    IFactStore facts,
    IDocumentStore documents,
    IKpiEngine kpis,
    IRepository<Goal> goals,
    IQueries<GoalRecord> goalRecords,
    IRepository<Checkpoint> checkpoints,
    ITenantCalendars calendars,
    IForecaster forecaster,
    GoalPolicies policies)
{
    /// <summary>Splits the branch's targets over teams, agents and months, and reviews each agent's goals. A quarter that is open already is only reviewed again.</summary>
    /// <param name="call">Tenant and actor.</param>
    /// <param name="quarter">The quarter.</param>
    /// <param name="on">The day of opening; facts dated later are not looked at.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    public Task<UseCaseResult<QuarterOpening>> OpenAsync(CallContext call, Quarter quarter, LocalDate on, long? asKnownAt = null, CancellationToken cancellation = default) =>
        edge.RunAsync(call, "open-quarter", on, work => OpenAsync(work, quarter, asKnownAt, cancellation), cancellation);

    private async Task<QuarterOpening> OpenAsync(UseCaseWork work, Quarter quarter, long? asKnownAt, CancellationToken cancellation)
    {
        work.RequireEverything(AccessAction.Decide, DataKind.Goals);
        var (call, on) = (work.Call, work.On);
        var (target, readings) = await ReadAsync(call, quarter, on, asKnownAt, cancellation).ConfigureAwait(false);
        var stored = await goals.ListAsync(call, quarter.ToString(), cancellation).ConfigureAwait(false);
        var isNew = stored.All(g => g.Value.Subject.Kind != SubjectKind.Branch);
        if (isNew)
        {
            var cascade = new Cascade(readings.Calendars.Work, readings.Calendars.Fiscal, policies.Apportionment, policies.Weights);
            var split = target.Targets.SelectMany(t => cascade.Split(target, t, readings, on, call.Actor)).ToArray();
            // A proposal that the last closing made for an agent gives way to the cascade; its history is kept in front.
            var tokens = stored.ToDictionary(g => g.Value.Id);
            Stored<Goal>[] opened = [.. split.Select(g => Replacing(tokens, g))];
            work.Save(opened);
            work.Raise(new QuarterOpened(quarter, opened.Length));
            stored = stored.With(opened);
        }

        var all = stored.Select(g => g.Value).Where(g => g.IsCascaded).ToArray();
        return new(quarter, isNew, all, Review(all.Where(g => g.Subject.Kind == SubjectKind.Agent), all, target, readings, on))
        {
            GroupFindings = Review(all.Where(g => g.Subject.Kind != SubjectKind.Agent), all, target, readings, on),
        };
    }

    /// <summary>
    /// Agrees every proposed goal in the actor's name, except those that a blocking finding stands against or the actor proposed for themselves, their months, and goals of which every part waits. Goals are
    /// reviewed once more for that, with what is known now. What has begun starts at once; the rest on its first day, see <see cref="StartDueAsync"/>.
    /// </summary>
    /// <param name="call">Tenant and actor, a named person who must be allowed to decide on all goals; the system is refused.</param>
    /// <param name="quarter">The quarter.</param>
    /// <param name="on">The day of the agreement; facts dated later are not looked at.</param>
    /// <param name="asKnownAt">The commit sequence up to which facts were known; <see langword="null"/>: all.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    /// <returns>The goals that were agreed, active where their period has begun; empty when nothing was left to agree.</returns>
    public Task<UseCaseResult<IReadOnlyList<Goal>>> AgreeAsync(CallContext call, Quarter quarter, LocalDate on, long? asKnownAt = null, CancellationToken cancellation = default) =>
        edge.RunAsync(call, "agree-goals", on, work => AgreeAsync(work, quarter, asKnownAt, cancellation), cancellation);

    private async Task<IReadOnlyList<Goal>> AgreeAsync(UseCaseWork work, Quarter quarter, long? asKnownAt, CancellationToken cancellation)
    {
        work.RequireEverything(AccessAction.Decide, DataKind.Goals);
        var (call, on) = (work.Call, work.On);
        var stored = await goals.ListAsync(call, quarter.ToString(), cancellation).ConfigureAwait(false);
        var all = stored.Select(g => g.Value).Where(g => g.IsCascaded).ToArray();
        var proposed = all.Where(g => g.State == GoalState.Proposed).ToArray();
        if (proposed.Length == 0)
        {
            return [];
        }

        var (target, readings) = await ReadAsync(call, quarter, on, asKnownAt, cancellation).ConfigureAwait(false);
        var blocked = Review(proposed, all, target, readings, on).Where(f => f.Findings.Any(x => x.Severity == Severity.Block)).Select(f => f.Goal).ToHashSet();
        blocked.UnionWith(proposed.Where(g => g.IsOwnProposalOf(work.Actor)).Select(g => g.Id));
        var waiting = Waiting(all, blocked);
        var agreed = stored
            .Where(g => g.Value.IsCascaded && g.Value.State == GoalState.Proposed && !waiting.Contains(g.Value.Id))
            .Select(g => g with { Value = g.Value.Agree(work.Actor, on, Reason.Of("goal.agreed")).StartedBy(on) })
            .ToArray();
        work.Save(agreed);
        work.Raise(agreed.Select(g => new GoalAgreed(g.Value.Id, g.Value.Subject, g.Value.Target)));
        return agreed.Values();
    }

    /// <summary>Hands a leaver's remaining targets to the team mates who are there on the day after; does nothing when that was done for this day already.</summary>
    /// <returns>The goals that changed.</returns>
    public Task<UseCaseResult<IReadOnlyList<Goal>>> HandOverAsync(
        CallContext call, Quarter quarter, AgentId leaver, LocalDate on, long? asKnownAt = null, CancellationToken cancellation = default) =>
        edge.RunAsync(call, "hand-over-goals", on, work => HandOverAsync(work, quarter, leaver, asKnownAt, cancellation), cancellation);

    private async Task<IReadOnlyList<Goal>> HandOverAsync(UseCaseWork work, Quarter quarter, AgentId leaver, long? asKnownAt, CancellationToken cancellation)
    {
        var (call, on) = (work.Call, work.On);
        var (target, readings) = await ReadAsync(call, quarter, on, asKnownAt, cancellation).ConfigureAwait(false);
        var organisation = readings.Facts.Organisation;
        work.Require(AccessAction.Decide, DataKind.Goals, Subject.Of(leaver), organisation.LatestContractOf(leaver, on)?.LeftOn ?? on);
        if (organisation.LatestContractOf(leaver, on)?.LeftOn is not { } lastDay)
        {
            throw new BrokenRuleException(new OnlyALeaverHandsOverRule(leaver, on));
        }

        return await ChangeAsync(work, quarter, all =>
        {
            if (HandedOverOn(all, leaver) is { } booked)
            {
                return booked == lastDay ? [] : throw new BrokenRuleException(new ALeaverHandsOverOnceRule(leaver, booked, lastDay));
            }

            var team = organisation.TeamOf(leaver, lastDay);
            var takers = team is { } t ? organisation.MembersOf(t, lastDay.PlusDays(1)) : [];
            return Transfer(readings).HandOver(all, leaver, lastDay, takers, target.PieceOf, work.Actor, on);
        }, cancellation).ConfigureAwait(false);
    }

    /// <summary>Moves an agent's remaining targets from the old team's to the new team's; does nothing when that was done for this day already.</summary>
    /// <returns>The goals that changed.</returns>
    public Task<UseCaseResult<IReadOnlyList<Goal>>> MoveTeamAsync(
        CallContext call, Quarter quarter, AgentId agent, LocalDate firstDay, LocalDate on, long? asKnownAt = null, CancellationToken cancellation = default) =>
        edge.RunAsync(call, "move-goals", on, work => MoveTeamAsync(work, quarter, agent, firstDay, asKnownAt, cancellation), cancellation);

    private async Task<IReadOnlyList<Goal>> MoveTeamAsync(
        UseCaseWork work, Quarter quarter, AgentId agent, LocalDate firstDay, long? asKnownAt, CancellationToken cancellation)
    {
        // The old team's leader gives the targets away, so it is the last day there that counts.
        work.Require(AccessAction.Decide, DataKind.Goals, Subject.Of(agent), firstDay.PlusDays(-1));
        var (call, on) = (work.Call, work.On);
        var (target, readings) = await ReadAsync(call, quarter, on, asKnownAt, cancellation).ConfigureAwait(false);
        if (readings.Facts.Organisation.TeamOf(agent, firstDay) is not { } team)
        {
            throw new BrokenRuleException(new OnlyATeamMemberTakesTargetsAlongRule(agent, firstDay));
        }

        return await ChangeAsync(work, quarter, all =>
            all.Any(g => g.Revisions.Any(r => r.Reason.Code == "goal.moved-team" && r.Reason["agent"] == agent.Value && r.Reason["date"] == firstDay))
                ? []
                : Transfer(readings).MoveTeam(all, agent, team, firstDay, target.PieceOf, work.Actor, on), cancellation).ConfigureAwait(false);
    }

    private static LocalDate? HandedOverOn(IReadOnlyList<Goal> all, AgentId leaver)
    {
        var booked = all.Where(g => g.Subject == Subject.Of(leaver)).SelectMany(g => g.Revisions).FirstOrDefault(r => r.Reason.Code == "goal.handed-over");
        return booked is null ? null : LocalDatePattern.Iso.Parse(booked.Reason["date"].Text).GetValueOrThrow();
    }

    private GoalTransfer Transfer(IReadings readings) => new(readings.Calendars.Work, policies.Apportionment);

    private static HashSet<GoalId> Waiting(IReadOnlyList<Goal> all, HashSet<GoalId> blocked)
    {
        var parts = all.ToLookup(g => g.Parent);
        var waiting = new HashSet<GoalId>(blocked);
        for (var before = -1; before != waiting.Count;)
        {
            before = waiting.Count;
            waiting.UnionWith(all
                .Where(g => (g.Parent is { } parent && waiting.Contains(parent)) || (parts[g.Id].Any() && parts[g.Id].All(p => waiting.Contains(p.Id))))
                .Select(g => g.Id));
        }

        return waiting;
    }

    private static Stored<Goal> Replacing(Dictionary<GoalId, Stored<Goal>> stored, Goal goal) =>
        stored.TryGetValue(goal.Id, out var proposal)
            ? new(goal with { Revisions = [.. proposal.Value.Revisions, .. goal.Revisions], Actions = proposal.Value.Actions }, proposal.Token)
            : new(goal, 0);

    private async Task<IReadOnlyList<Goal>> ChangeAsync(
        UseCaseWork work, Quarter quarter, Func<IReadOnlyList<Goal>, IReadOnlyList<Goal>> change, CancellationToken cancellation)
    {
        var stored = await goals.ListAsync(work.Call, quarter.ToString(), cancellation).ConfigureAwait(false);
        var changed = change([.. stored.Select(g => g.Value).Where(g => g.IsCascaded)]);
        var tokens = stored.ToDictionary(g => g.Value.Id, g => g.Token);
        work.Save(changed.Select(g => new Stored<Goal>(g, tokens[g.Id])));
        work.Raise(changed.Select(g => new GoalAdjusted(g.Id, g.Subject, g.Target, g.Revisions[^1].Reason)));
        return changed;
    }

    private List<GoalFindings> Review(IEnumerable<Goal> reviewed, IReadOnlyList<Goal> all, TargetDocument target, IReadings readings, LocalDate on) =>
    [
        .. reviewed.Where(g => g.Period == readings.Calendars.Fiscal.IntervalOf(target.Quarter)).Select(g => new GoalFindings(g.Id, policies.Smart(AsOf(g, on), new()
        {
            Readings = readings,
            History = target.History,
            Limits = target.Smart,
            On = on,
            Forecaster = forecaster,
            Goals = all,
            LicenceScope = target.Targets.FirstOrDefault(t => t.Measure == g.Measure)?.Licence,
            Piece = target.Targets.FirstOrDefault(t => t.Measure == g.Measure)?.Piece ?? 1m,
        }))),
    ];

    // What was handed over later is no finding of the opening.
    private static Goal AsOf(Goal goal, LocalDate on) =>
        goal.Revisions.Where(r => r.On <= on).ToArray() is { Length: > 0 } then ? goal with { Revisions = then } : goal;

    private async Task<(TargetDocument Target, IReadings Readings)> ReadAsync(
        CallContext call, Quarter quarter, LocalDate on, long? asKnownAt, CancellationToken cancellation)
    {
        var book = await facts.ReadAsync(call, asKnownAt, cancellation).ConfigureAwait(false);
        var own = calendars.For(call.Tenant);
        var kpiDocument = await documents.RequireAsync(call, DocumentKinds.Kpis, own.Fiscal.IntervalOf(quarter).Start, cancellation).ConfigureAwait(false);
        var readings = kpis.Open(book.UpTo(on), kpiDocument, own);
        return (await documents.RequireTargetAsync(call, quarter, readings.Measures, own.Fiscal, cancellation).ConfigureAwait(false), readings);
    }
}

/// <summary>What opening a quarter gave.</summary>
/// <param name="Quarter">The quarter.</param>
/// <param name="IsNew">Whether this call opened it.</param>
/// <param name="Goals">All goals of the quarter, sorted by id.</param>
/// <param name="Findings">The SMART findings of each agent's goals.</param>
public sealed record QuarterOpening(Quarter Quarter, bool IsNew, IReadOnlyList<Goal> Goals, IReadOnlyList<GoalFindings> Findings)
{
    /// <summary>The SMART findings of the goals of the branch and its teams.</summary>
    public IReadOnlyList<GoalFindings> GroupFindings { get; init; } = [];
}

/// <summary>What SMART says about a goal.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Findings">The findings, letter by letter.</param>
public sealed record GoalFindings(GoalId Goal, IReadOnlyList<Finding> Findings);
