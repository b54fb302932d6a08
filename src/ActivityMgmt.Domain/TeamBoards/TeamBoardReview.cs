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
            Pending = Pending(facts, members, asOf),
            Gaps = Gaps(readings, members, soFar),
        };
    }

    private static BoardAttendance AttendanceOf(string meeting, FactBook facts, IReadOnlyList<AgentId> members, LocalDate day)
    {
        var of = new Dictionary<AgentId, AttendanceStatus>();
        foreach (var fact in facts.Attendance.Where(a => a.Meeting == meeting && a.Date == day))
        {
            of[fact.Agent] = fact.Status;
        }

        IReadOnlyList<AgentId> With(AttendanceStatus status) => [.. members.Where(a => of.TryGetValue(a, out var s) && s == status)];
        return new(
            meeting, With(AttendanceStatus.Attended), With(AttendanceStatus.Excused), With(AttendanceStatus.Absent), [.. members.Where(a => !of.ContainsKey(a))]);
    }

    private List<PendingPolicy> Pending(FactBook facts, IReadOnlyList<AgentId> members, LocalDate asOf)
    {
        var ours = members.ToHashSet();
        return
        [
            .. facts.Policies
                .Where(p => ours.Contains(p.Agent) && p.Date <= asOf && ReferenceEquals(facts.Policy(p.Policy), p))
                .Select(p => Waiting(p, [.. facts.EventsOf(p.Policy).Where(e => e.Date <= asOf)], asOf))
                .OfType<PendingPolicy>()
                .OrderByDescending(p => p.DaysOverdue)
                .ThenBy(p => p.Policy.Value, StringComparer.Ordinal),
        ];
    }

    // The first step that is still missing; a policy that is over waits for nothing.
    private PendingPolicy? Waiting(PolicyFact policy, IReadOnlyList<PolicyEventFact> events, LocalDate asOf)
    {
        LocalDate? First(PolicyEventKind kind) => events.FirstOrDefault(e => e.Event == kind)?.Date;
        var receipt = First(PolicyEventKind.ReceiptReturned);
        return events.Any(e => PolicyLifeCycle.EndsCover(e.Event)) ? null
            : !(policy.IssuedOn <= asOf) ? Step(policy, PendingStep.Issue, policy.Date, policies.IssueWithinDays, asOf)
            : receipt is null ? Step(policy, PendingStep.Receipt, policy.IssuedOn!.Value, policies.ReceiptWithinDays, asOf)
            : First(PolicyEventKind.CallbackPassed) is null ? Step(policy, PendingStep.CallBack, receipt.Value, policies.CallBackWithinDays, asOf)
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
