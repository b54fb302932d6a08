namespace ActivityMgmt.Domain;

/// <summary>Makes a checkpoint out of readings: pure, no clock, no storage.</summary>
/// <param name="policies">What a company may do differently.</param>
/// <param name="forecaster">Looks ahead.</param>
/// <param name="causes">Looks into the funnel.</param>
public sealed class CheckpointReview(CheckpointPolicies policies, IForecaster forecaster, ICauseFinder causes)
{
    private static readonly Finding[] NobodyAbove = [new(Severity.Warn, Reason.Of("follow-up.nobody-above"))];
    private static readonly Rounding NeededRounding = new(0.01m, RoundingMode.Up);

    /// <summary>Looks at one goal: of an agent, a team with the teams below it, or the branch.</summary>
    /// <param name="goal">The goal.</param>
    /// <param name="plan">The agent's plan; <see langword="null"/> when there is none.</param>
    /// <param name="readings">What is known.</param>
    /// <param name="asOf">The last day that is counted, included.</param>
    /// <param name="knownAt">The commit sequence up to which facts were known.</param>
    /// <param name="history">The past that says what is usual, both ends included.</param>
    /// <param name="earlier">The goal's earlier checkpoints, oldest first.</param>
    /// <param name="explainedByFunnel">Whether the sales funnel explains a gap; only ever of a measured goal of which more is better. <value>Default: yes.</value></param>
    public Checkpoint Review(
        Goal goal,
        ActivityPlan? plan,
        IReadings readings,
        LocalDate asOf,
        long? knownAt,
        DateInterval history,
        IReadOnlyList<Checkpoint> earlier,
        bool explainedByFunnel = true)
    {
        Guard.Against.Null(goal);
        Guard.Against.Null(readings);
        Guard.Against.Null(earlier);
        var organisation = readings.Facts.Organisation;
        var isAgent = goal.Subject.Kind == SubjectKind.Agent;
        var soFar = new DateInterval(goal.Period.Start, asOf);
        var target = goal.TargetOn(asOf);
        var share = policies.Pace(new(GoalReadings.Whole(goal, readings), goal, history))(asOf, goal.Period);
        var expected = Quantity.Fraction(target.Numerator * share.Numerator, target.Denominator * share.Denominator, target.Unit);
        var actual = Kept(GoalReadings.Of(goal, readings, soFar), withFacts: isAgent);
        var status = actual is Reading.Measured m ? policies.Status(expected, m.Value, target, goal.Direction) : GoalStatus.NoData;
        var isBehind = status is GoalStatus.Behind or GoalStatus.OffTrack;
        // The funnel explains too little of a good thing that is measured; too much of a bad one, and what is typed in, are for people to talk about.
        var isFunnelGoal = explainedByFunnel && goal.Direction == Direction.HigherIsBetter && goal.Source == GoalSource.Measured;
        var cause = isBehind && isFunnelGoal ? causes.Find(readings, goal.Subject, CauseWindow(goal.Period.Start, asOf, history), history) : null;
        var last = earlier.Count > 0 && earlier[^1].Actual is Reading.Measured b ? b.Value : (Quantity?)null;
        var escalations = Escalations(earlier, status, asOf);
        var nextLevel = escalations.Count == 0 ? null : NextLevelAbove(goal.Subject, organisation, asOf);
        var progress = plan is null ? [] : Progress(plan, readings, goal, asOf);
        var checkpoint = new Checkpoint
        {
            Partition = goal.Partition,
            Subject = goal.Subject,
            Team = goal.Subject.Kind switch
            {
                SubjectKind.Agent => organisation.TeamOf(goal.Subject.Agent, asOf),
                SubjectKind.Team => new TeamId(goal.Subject.Id),
                _ => null,
            },
            Goal = goal.Id,
            Measure = goal.Measure,
            AsOf = asOf,
            KnownAt = knownAt,
            Target = target,
            Expected = expected,
            Actual = actual,
            Forecast = goal.Source == GoalSource.Manual
                ? new Forecast.Absent(Reason.Of("goal.no-forecast-of-entries", ("measure", goal.Measure)))
                : forecaster.Forecast(GoalReadings.Whole(goal, readings), goal.Measure, goal.Subject, goal.Period, asOf),
            Status = status,
            NeededPerDay = goal.Direction == Direction.HigherIsBetter ? NeededPerDay(target, actual, asOf, goal.Period, Calendar(goal, readings)) : null,
            Progress = progress,
            Cause = cause,
            Proposals = [],
            FollowUps = [.. FollowUps(earlier, status, actual, asOf), .. escalations, .. escalations.Count > 0 && nextLevel is null ? NobodyAbove : []],
            EscalatedTo = nextLevel,
            Milestones = actual is Reading.Measured now ? Milestones.Passed(goal, target, last, now.Value, policies.Milestones) : [],
        };
        return isBehind ? Proposing(checkpoint, goal, plan) : checkpoint;
    }

    private Checkpoint Proposing(Checkpoint checkpoint, Goal goal, ActivityPlan? plan) => policies.Proposals.Aggregate(
        checkpoint, (so, policy) => policy(new(goal, plan, so)) is { } proposal ? so with { Proposals = [.. so.Proposals, proposal] } : so);

    // The checkpoint outlives the book: its evidence is gathered now, and the book can go.
    private static Reading Kept(Reading reading, bool withFacts)
    {
        if (reading is Reading.Measured measured && (!withFacts || measured.Evidence.Facts.Count == 0))
        {
            return new Reading.Measured(measured.Value, new(measured.Evidence.Counts, []));
        }

        return reading;
    }

    // Never overlaps the history it is compared with.
    private DateInterval CauseWindow(LocalDate start, LocalDate asOf, DateInterval history)
    {
        var first = LocalDate.Max(asOf.PlusDays(1 - policies.CauseWindowInDays), history.End.PlusDays(1));
        return new(LocalDate.Min(first, LocalDate.Max(start, asOf)), asOf);
    }

    private static IWorkCalendar Calendar(Goal goal, IReadings readings) => goal.Subject.Kind == SubjectKind.Agent
        ? readings.Facts.Organisation.WorkCalendarOf(goal.Subject.Agent, readings.Calendars.Work)
        : readings.Calendars.Work;

    private static Quantity? NeededPerDay(Quantity target, Reading actual, LocalDate asOf, DateInterval period, IWorkCalendar calendar)
    {
        if (actual is not Reading.Measured { Value: var value } || value >= target || asOf >= period.End)
        {
            return null;
        }

        var days = calendar.WorkingDaysIn(new(asOf.PlusDays(1), period.End));
        return days == 0 ? null : Quantity.Of(NeededRounding.Apply((target - value).ToDecimal() / days), target.Unit);
    }

    // Plan and actual of the same days: the plan's whole weeks that are over.
    private static List<PlanProgress> Progress(ActivityPlan plan, IReadings readings, Goal goal, LocalDate asOf)
    {
        PlannedWeek[] over = [.. plan.Weeks.Where(w => w.Days.End <= asOf)];
        return over is not [var first, ..] ? [] :
        [
            .. plan.Steps.Reverse().Select(s => new PlanProgress(
                s.Measure,
                over.Sum(w => w.Activities[s.Measure]),
                readings.Read(s.Measure, goal.Subject, new(first.Days.Start, over[^1].Days.End)) is Reading.Measured m ? m.Value : null)),
        ];
    }

    private static List<Finding> FollowUps(IReadOnlyList<Checkpoint> earlier, GoalStatus status, Reading actual, LocalDate asOf)
    {
        var findings = new List<Finding>();
        foreach (var checkpoint in earlier)
        {
            // A checkpoint after the decided one that counted the due day followed it up already.
            if (checkpoint.Decision is { } decision && decision.DueOn <= asOf && !earlier.Any(c => c.AsOf > checkpoint.AsOf && c.AsOf >= decision.DueOn))
            {
                var before = checkpoint.Actual is Reading.Measured b ? b.Value : (Quantity?)null;
                var now = actual is Reading.Measured n ? n.Value : (Quantity?)null;
                findings.Add(new(status is GoalStatus.OffTrack ? Severity.Warn : Severity.Info, Reason.Of(
                    "follow-up.decision-due",
                    ("decided", decision.On),
                    ("action", ReasonValue.Term($"action.{decision.Action}")),
                    ("owner", decision.Responsible.Value),
                    ("due", decision.DueOn),
                    ("before", before is { } x ? x : "-"),
                    ("now", now is { } y ? y : "-"),
                    ("status", ReasonValue.Term($"status.{status}")))));
            }
        }

        return findings;
    }

    private List<Finding> Escalations(IReadOnlyList<Checkpoint> earlier, GoalStatus status, LocalDate asOf) =>
    [
        .. policies.Escalations
            .Select(policy => policy(new(earlier, status, asOf)))
            .OfType<Reason>()
            .Select(reason => new Finding(Severity.Warn, reason)),
    ];

    private static AgentId? NextLevelAbove(Subject subject, Organisation organisation, LocalDate asOf) =>
        (subject.Kind switch { SubjectKind.Agent => subject.Agent, SubjectKind.Team => organisation.LeaderOf(new(subject.Id), asOf), _ => null }) is { } agent
        && organisation.SupervisorOf(agent, asOf) is { } supervisor ? organisation.SupervisorOf(supervisor, asOf) : null;
}
