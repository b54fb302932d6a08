namespace ActivityMgmt.Domain;

/// <summary>Finds records that look odd, keeps the notices, and shows them to the agent first. Safe to repeat: what was noticed stays noticed on its day.</summary>
/// <remarks>
/// A notice never blocks, pays or ranks. The agent sees it at once and may answer or correct the record; whoever else may see the agent's activities sees it when the days to answer are over
/// (<see cref="PlausibilityNotice.AudienceOn"/>), with the answer, and never when it was corrected in time.
/// </remarks>
public sealed class PlausibilityReviewing(UseCaseEdge edge, IFactStore facts, IRepository<PlausibilityNotice> notices, PlausibilityPolicies policies)
{
    /// <summary>Reviews everybody's activities of a period, as they are known now, and keeps what looks odd.</summary>
    /// <remarks>
    /// Something that was noticed before keeps its day and its answer; of records that are revised and still look odd it shows the numbers of now. What is found no longer, with one of its records in the period
    /// or removed, counts as corrected; found again, it is noticed anew. A group of records (a burst, copied notes) that grew is noticed anew with its answer, so that the agent sees the new records first.
    /// </remarks>
    /// <param name="call">Tenant and actor, who must be allowed to decide on everybody's activities: unattended work, as a rule.</param>
    /// <param name="period">First to last day of the activities, both included; of what lies in two periods one record in this one is enough.</param>
    /// <param name="zoneOf">An agent's time zone, in which times of entry are dates.</param>
    /// <param name="on">The day of the review: the day on which what is new was noticed.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    /// <returns>Numbers alone, since the agents see the notices first.</returns>
    public Task<UseCaseResult<PlausibilityTally>> ReviewAsync(
        CallContext call, DateInterval period, Func<AgentId, DateTimeZone> zoneOf, LocalDate on, CancellationToken cancellation = default)
    {
        Guard.Against.Null(period);
        Guard.Against.Null(zoneOf);
        return edge.RunAsync(call, "review-records", on, work => ReviewAsync(work, period, zoneOf, cancellation), cancellation);
    }

    /// <summary>The notices about an agent's records of a month that the actor may see on a day: all of them for the agent, and for others those whose days to answer are over. Stores nothing.</summary>
    /// <param name="call">Tenant and actor, who must be allowed to see the agent's activities; of days that the scope doesn't reach, nothing is shown.</param>
    /// <param name="agent">Whose records.</param>
    /// <param name="month">The month of the first record of each notice.</param>
    /// <param name="on">The day of the call, whose roles count.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>Sorted by key; empty when there is nothing, or nothing for this actor yet.</returns>
    public Task<UseCaseResult<IReadOnlyList<PlausibilityNotice>>> ReadAsync(CallContext call, AgentId agent, YearMonth month, LocalDate on, CancellationToken cancellation = default) =>
        edge.RunAsync<IReadOnlyList<PlausibilityNotice>>(
            call,
            "read-notices",
            on,
            async work =>
            {
                bool Sees(LocalDate day) => work.Scope.Allows(AccessAction.See, DataKind.Activities, Subject.Of(agent), day, day);
                work.Require(AccessAction.See, DataKind.Activities, Subject.Of(agent), month.ToDateInterval().FirstOrDefault(Sees, month.OnDayOfMonth(1)));
                var isOwn = work.Actor.Is(Subject.Of(agent));
                return
                [
                    .. (await notices.ListAsync(call, PlausibilityNotice.PartitionOf(month.OnDayOfMonth(1)), cancellation).ConfigureAwait(false)).Values()
                        .Where(n => n.Agent == agent && Sees(n.Date) && (isOwn || n.AudienceOn(on, policies) == Audience.Manager)),
                ];
            },
            cancellation);

    /// <summary>Records what the agent says to a notice, in the actor's name; a later answer takes its place, and the same again changes nothing. Refused when the actor has no such notice.</summary>
    /// <param name="call">Tenant and actor, the agent (<see cref="AccessScope.Agent"/>), who must be allowed to see the own activities.</param>
    /// <param name="notice">The notice's key.</param>
    /// <param name="on">The day of the answer, whose roles count.</param>
    /// <param name="text">In the agent's own words; not empty. Name no customers; answers are stored beside pseudonymous ids.</param>
    /// <param name="cancellation">Stops the call; nothing is half-done.</param>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public Task<UseCaseResult<PlausibilityNotice>> AnswerAsync(CallContext call, string notice, LocalDate on, string text, CancellationToken cancellation = default)
    {
        Guard.Against.NullOrWhiteSpace(text);
        return edge.RunAsync(
            call,
            "answer-notice",
            on,
            async work =>
            {
                var stored = await notices.FindAsync(call, notice, cancellation).ConfigureAwait(false);
                if (stored is null || !work.Actor.Is(Subject.Of(stored.Value.Agent)))
                {
                    throw new BrokenRuleException(new OnlyOnesOwnNoticeIsAnsweredRule(notice, call.Actor));
                }

                work.Require(AccessAction.See, DataKind.Activities, Subject.Of(stored.Value.Agent), stored.Value.Date);
                var answered = stored.Value.With(new PlausibilityAnswer(call.Actor, on, text));
                if (answered.Answer != stored.Value.Answer)
                {
                    work.Save<PlausibilityNotice>([stored with { Value = answered }]);
                    work.Raise(new PlausibilityAnswered(answered.Key, answered.Agent, on));
                }

                return answered;
            },
            cancellation);
    }

    private async Task<PlausibilityTally> ReviewAsync(UseCaseWork work, DateInterval period, Func<AgentId, DateTimeZone> zoneOf, CancellationToken cancellation)
    {
        work.RequireEverything(AccessAction.Decide, DataKind.Activities);
        var book = await facts.ReadAsync(work.Call, null, cancellation).ConfigureAwait(false);
        var odd = book.Activities.GroupBy(a => a.Agent).Where(a => a.Any(x => period.Contains(x.Date))).ToDictionary(a => a.Key, a => PlausibilityReview.Review(a, a.Key, period, work.On, zoneOf(a.Key), policies));
        var known = (await KnownAsync(work.Call, period, odd.Values.SelectMany(o => o), cancellation).ConfigureAwait(false)).ToLookup(n => n.Value.Agent);
        var (noticed, standing, corrected) = (0, 0, 0);
        foreach (var agent in odd.Keys.Union(known.Select(n => n.Key)).OrderBy(a => a.Value, StringComparer.Ordinal))
        {
            var found = odd.GetValueOrDefault(agent, []);
            Stored<PlausibilityNotice>[] own = [.. known[agent]];
            var fresh = found.Select(f => New(f, own)).OfType<Stored<PlausibilityNotice>>().ToArray();
            var revised = own.Select(k => Revised(k, found)).OfType<Stored<PlausibilityNotice>>().ToArray();
            var gone = own
                .Where(k => k.Value.CorrectedOn is null && IsReviewed(k.Value, book, period) && !found.Any(f => f.IsAbout(k.Value) || k.Value.IsAbout(f)))
                .Select(k => k with { Value = k.Value with { CorrectedOn = work.On } })
                .ToArray();
            work.Save(fresh.Concat(revised).Concat(gone));
            Stored<PlausibilityNotice>[] anew = [.. fresh, .. revised.Where(r => !own.First(k => k.Value.Key == r.Value.Key).Value.IsAbout(r.Value))];
            work.Raise(anew.Select(n => new PlausibilityNoticed(n.Value.Key, agent, n.Value.Finding.Reason.Code, work.On)));
            work.Raise(gone.Select(n => new PlausibilityCorrected(n.Value.Key, agent, work.On)));
            noticed += anew.Length;
            corrected += gone.Length;
            standing += own.Count(k => k.Value.CorrectedOn is null) + fresh.Length - gone.Length;
        }

        return new(noticed, corrected, standing);
    }

    // A notice lies in the month of its first record, which may be before the period.
    private async Task<IReadOnlyList<Stored<PlausibilityNotice>>> KnownAsync(
        CallContext call, DateInterval period, IEnumerable<PlausibilityNotice> found, CancellationToken cancellation)
    {
        var months = found.Select(n => n.Partition).ToHashSet();
        for (var month = period.Start.ToYearMonth().PlusMonths(-1); month <= period.End.ToYearMonth(); month = month.PlusMonths(1))
        {
            months.Add(PlausibilityNotice.PartitionOf(month.OnDayOfMonth(1)));
        }

        var known = new List<Stored<PlausibilityNotice>>();
        foreach (var month in months.Order(StringComparer.Ordinal))
        {
            known.AddRange(await notices.ListAsync(call, month, cancellation).ConfigureAwait(false));
        }

        return known;
    }

    private static Stored<PlausibilityNotice>? New(PlausibilityNotice found, Stored<PlausibilityNotice>[] known) =>
        known.FirstOrDefault(k => k.Value.Key == found.Key) is { } same ? same.Value.CorrectedOn is null ? null : same with { Value = found with { Answer = same.Value.Answer } }
        : known.Any(k => k.Value.CorrectedOn is null && k.Value.IsAbout(found)) ? null
        : new(found, 0);

    private static Stored<PlausibilityNotice>? Revised(Stored<PlausibilityNotice> known, IReadOnlyList<PlausibilityNotice> found) =>
        known.Value.CorrectedOn is null && found.FirstOrDefault(f => f.Key == known.Value.Key) is { } now && !now.ShowsTheSameAs(known.Value)
            ? known with { Value = now with { NoticedOn = known.Value.IsAbout(now) ? known.Value.NoticedOn : now.NoticedOn, Answer = known.Value.Answer } }
            : null;

    private static bool IsReviewed(PlausibilityNotice notice, FactBook book, DateInterval period) =>
        notice.Facts.Select(f => book.Find(f.Key)).ToArray() is var now && (now.All(f => f is null) || now.Any(f => f is not null && period.Contains(f.Date)));
}

/// <summary>What a review of records did, in numbers.</summary>
/// <param name="Noticed">What was noticed for the first time, or again after it was corrected.</param>
/// <param name="Corrected">What is found no longer.</param>
/// <param name="Standing">What stands after the review, of the months it looked at and the one before them.</param>
public sealed record PlausibilityTally(int Noticed, int Corrected, int Standing);
