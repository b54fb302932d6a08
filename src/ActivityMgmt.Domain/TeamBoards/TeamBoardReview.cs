namespace ActivityMgmt.Domain;

/// <summary>Works out a team's board of a day from readings and facts. Pure.</summary>
public sealed class TeamBoardReview(TeamBoardPolicies policies)
{
    /// <summary>A team's board.</summary>
    /// <param name="readings">What was known.</param>
    /// <param name="team">The team; teams below it are part of it.</param>
    /// <param name="period">The running period, both ends included; zero-producers and gaps are counted from its first day.</param>
    /// <param name="asOf">The last day that is counted, in the period.</param>
    /// <exception cref="ArgumentOutOfRangeException">The day is outside the period.</exception>
    public TeamBoard Review(IReadings readings, TeamId team, DateInterval period, LocalDate asOf)
    {
        Guard.Against.Null(readings);
        Guard.Against.Null(period);
        if (!period.Contains(asOf))
        {
            throw new ArgumentOutOfRangeException(nameof(asOf), asOf, $"The day is not in {period}.");
        }

        var facts = readings.Facts;
        var members = facts.Organisation.MembersWithin(team, asOf);
        var soFar = new DateInterval(period.Start, asOf);
        var produced = members.ToDictionary(a => a, a => readings.Read(policies.Producing, Subject.Of(a), soFar));
        return new()
        {
            Team = team,
            AsOf = asOf,
            Period = soFar,
            Members = members,
            Headcount = facts.Organisation.HeadcountWalkOf(soFar, team),
            Attendance = [.. policies.Meetings.Order(StringComparer.Ordinal).Select(m => AttendanceOf(m, facts, members, asOf))],
            ZeroProducers = [.. members.Where(a => produced[a] is Reading.Measured { Value.Numerator: <= 0m })],
            NothingKnown = [.. members.Where(a => produced[a] is not Reading.Measured)],
            Pending = Pending(facts, team, asOf),
            Gaps = Gaps(readings, members, soFar),
        };
    }

    private static BoardAttendance AttendanceOf(string meeting, FactBook facts, IReadOnlyList<AgentId> members, LocalDate day)
    {
        var of = new Dictionary<AgentId, AttendanceFact>();
        foreach (var fact in facts.Attendance.Where(a => a.Meeting == meeting && a.Date == day))
        {
            of[fact.Agent] = fact;
        }

        AgentId[] With(AttendanceStatus status) => [.. members.Where(a => of.TryGetValue(a, out var fact) && fact.Status == status)];
        var (excused, absent) = (With(AttendanceStatus.Excused), With(AttendanceStatus.Absent));
        var unrecorded = members.Where(a => !of.ContainsKey(a)).ToLookup(a => facts.Organisation.LeaveOf(a, day) is not null);
        return new(meeting, With(AttendanceStatus.Attended), excused, absent, [.. unrecorded[false]])
        {
            OnLeave = [.. unrecorded[true]],
            Because = [.. excused.Concat(absent).Where(a => of[a].Because is not null).Select(a => KeyValuePair.Create(a, of[a].Because!))],
        };
    }

    // Only the policies of whoever the team has, or had last, are looked at; in the whole book, which keeps what was looked up for every day's board.
    private List<PendingPolicy> Pending(FactBook facts, TeamId team, LocalDate asOf)
    {
        var (organisation, whole) = (facts.Organisation, facts.Whole);
        var teams = organisation.TeamsBelow(team, asOf).Append(team).ToHashSet();
        var ours = teams.SelectMany(organisation.AgentsEverIn).Where(a => organisation.LastTeamOf(a, asOf) is { } last && teams.Contains(last)).ToHashSet();
        bool IsKnown(Fact fact) => !(fact.Date > facts.LastDay);
        return
        [
            .. ours.SelectMany(whole.Lookups.PolicyIdsWith).Distinct()
                .Select(id => whole.Lookups.FactsAbout(id).LastOrDefault(IsKnown))
                .OfType<PolicyFact>()
                .Where(p => p.Date <= asOf)
                .Select(p => (Policy: p, PolicyRoles.ServicerOf(p, whole.RolesOf(p.Policy), asOf).Agent))
                .Where(p => ours.Contains(p.Agent))
                .Select(p => Waiting(p.Policy, [.. whole.EventsOf(p.Policy.Policy).Where(e => IsKnown(e) && e.Date <= asOf)], asOf) is { } waiting
                    ? waiting with { Agent = p.Agent, IsOrphan = !organisation.IsActive(p.Agent, asOf) }
                    : null)
                .OfType<PendingPolicy>()
                .OrderByDescending(p => p.DaysOverdue)
                .ThenBy(p => p.Policy.Value, StringComparer.Ordinal),
        ];
    }

    // The first step that is still missing; a policy that is over waits for nothing.
    private PendingPolicy? Waiting(PolicyFact policy, IReadOnlyList<PolicyEventFact> events, LocalDate asOf)
    {
        LocalDate? First(PolicyEventKind kind) => events.FirstOrDefault(e => e.Event == kind)?.Date;
        var receipt = policies.NeedsReceipt(policy) ? First(PolicyEventKind.ReceiptReturned) : policy.IssuedOn;
        return events.Any(e => PolicyLifeCycle.EndsCover(e.Event)) ? null
            : !(policy.IssuedOn <= asOf) ? Step(policy, PendingStep.Issue, policy.Date, policies.IssueWithinDays, asOf)
            : receipt is null ? Step(policy, PendingStep.Receipt, policy.IssuedOn!.Value, policies.ReceiptWithinDays, asOf)
            : policies.NeedsCallBack(policy) && First(PolicyEventKind.CallbackPassed) is null ? Step(policy, PendingStep.CallBack, receipt.Value, policies.CallBackWithinDays, asOf)
            : null;
    }

    private static PendingPolicy Step(PolicyFact policy, PendingStep step, LocalDate since, int within, LocalDate asOf)
    {
        var due = since.PlusDays(within);
        return new(policy.Policy, policy.Agent, step, since, due, Period.DaysBetween(due, asOf));
    }

    private List<BandGap> Gaps(IReadings readings, IReadOnlyList<AgentId> members, DateInterval soFar)
    {
        var thresholds = policies.Thresholds.OrderBy(t => t.Value.ToDecimal()).ToLookup(t => t.Measure);
        var gaps = new List<BandGap>();
        foreach (var agent in members)
        {
            foreach (var measure in thresholds)
            {
                if (readings.Read(measure.Key, Subject.Of(agent), soFar) is Reading.Measured m && measure.FirstOrDefault(t => t.Value > m.Value) is { } next)
                {
                    gaps.Add(new(agent, next, m.Value, next.Value - m.Value));
                }
            }
        }

        return
        [
            .. gaps
                .OrderBy(g => g.Share.ToDecimal())
                .ThenBy(g => g.Agent.Value, StringComparer.Ordinal)
                .ThenBy(g => g.Threshold.Name, StringComparer.Ordinal)
                .Take(policies.MostGaps),
        ];
    }
}
