namespace ActivityMgmt.Domain;

/// <summary>Plans backwards: from a target through the funnel to activities a week, with the agent's own ratios where they have enough past.</summary>
/// <remarks>Weeks are those of the readings' fiscal calendar, weighted by the agent's working days.</remarks>
public static class BackwardPlanner
{
    /// <summary>A plan for an agent's goal, or <see langword="null"/> when the document names no benchmark for the goal's measure and nobody has a past.</summary>
    /// <param name="goal">The goal, of an agent.</param>
    /// <param name="readings">What is known on the day of planning.</param>
    /// <param name="history">The past that ratios are measured on, both ends included.</param>
    /// <param name="benchmarks">Ratios for those without enough past.</param>
    public static ActivityPlan? Plan(Goal goal, IReadings readings, DateInterval history, PlanBenchmarks benchmarks)
    {
        Guard.Against.Null(goal);
        return Steps(goal, goal.Target.ToDecimal(), readings, history, benchmarks) is var (steps, findings)
            ? Made(goal, goal.Period, steps, findings, readings, benchmarks)
            : null;
    }

    /// <summary>
    /// The plan made anew from a day on, by the goal's target as it is now and what was reached until the day before; weeks that are over by then stay as they were planned. The
    /// week of that day is planned for the rest of its days. <see langword="null"/> when there is nothing to plan with, as for <see cref="Plan"/>.
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="goal">Its goal, whose last day isn't over.</param>
    /// <param name="readings">What is known on the day. Where nothing is known of what was reached, the whole target is planned.</param>
    /// <param name="history">The past that ratios are measured on, both ends included.</param>
    /// <param name="benchmarks">Ratios for those without enough past.</param>
    /// <param name="revision">The day, who, and why.</param>
    /// <exception cref="ArgumentException">The plan is another goal's, or the goal's period is over.</exception>
    public static ActivityPlan? Replan(ActivityPlan plan, Goal goal, IReadings readings, DateInterval history, PlanBenchmarks benchmarks, PlanRevision revision)
    {
        Guard.Against.Null(plan);
        Guard.Against.Null(goal);
        Guard.Against.Null(revision);
        if (plan.Goal != goal.Id || revision.On > goal.Period.End)
        {
            throw new ArgumentException($"The plan of {plan.Goal} can't be made anew on {revision.On} for {goal.Id}, which ends on {goal.Period.End}.", nameof(plan));
        }

        var first = LocalDate.Max(revision.On, goal.Period.Start);
        var reached = first > goal.Period.Start && GoalReadings.Of(goal, readings, new(goal.Period.Start, first.PlusDays(-1))) is Reading.Measured m ? m.Value.ToDecimal() : 0m;
        if (Steps(goal, goal.Target.ToDecimal() - reached, readings, history, benchmarks) is not var (steps, findings))
        {
            return null;
        }

        var rest = Made(goal, new(first, goal.Period.End), steps, findings, readings, benchmarks);
        PlannedWeek[] past = [.. plan.Weeks.Where(w => w.Days.End < first)];
        var now = LocalDate.Max(readings.Calendars.Fiscal.PeriodContaining(PeriodKind.Week, first).Interval.Start, goal.Period.Start);
        PlannedWeek[] ahead = [.. rest.Weeks.Select((w, i) => i == 0 ? w with { Days = new(now, w.Days.End) } : w)];
        return rest with
        {
            Steps = [.. steps.Select(s => s with { Needed = s.Needed + past.Sum(w => w.Activities.GetValueOrDefault(s.Measure)) })],
            Weeks = [.. past, .. ahead],
            Revisions = [.. plan.Revisions, revision],
        };
    }

    private static ActivityPlan Made(
        Goal goal, DateInterval days, IReadOnlyList<PlanStep> steps, IReadOnlyList<Finding> findings, IReadings readings, PlanBenchmarks benchmarks)
    {
        var calendar = readings.Facts.Organisation.WorkCalendarOf(goal.Subject.Agent, readings.Calendars.Work);
        var weeks = Weeks(days, steps, readings.Calendars.Fiscal, calendar);
        return new()
        {
            Partition = goal.Partition,
            Agent = goal.Subject.Agent,
            Goal = goal.Id,
            Period = goal.Period,
            Steps = steps,
            Weeks = weeks,
            Findings = [.. findings, .. OverCapacity(weeks, readings.Funnel[0], benchmarks, calendar)],
        };
    }

    private static (IReadOnlyList<PlanStep> Steps, IReadOnlyList<Finding> Findings)? Steps(
        Goal goal, decimal target, IReadings readings, DateInterval history, PlanBenchmarks benchmarks)
    {
        Guard.Against.Null(readings);
        Guard.Against.Null(history);
        Guard.Against.Null(benchmarks);
        var agent = goal.Subject.Agent;
        var funnel = readings.Funnel;
        var team = readings.Facts.Organisation.TeamOf(agent, history.End) ?? readings.Facts.Organisation.TeamOf(agent, goal.Period.Start);
        var ratios = new Ratios(readings, agent, team, history, benchmarks);
        if (funnel.Count == 0 || ratios.PerLastStep(goal.Measure, funnel[^1], goal.Target.Unit) is not { } last)
        {
            return null;
        }

        var chain = new List<ConversionStep> { last };
        for (var i = funnel.Count - 1; i > 0; i--)
        {
            if (ratios.Conversion(funnel[i - 1], funnel[i]) is not { } step)
            {
                return null;
            }

            chain.Add(step);
        }

        var steps = BackwardChain.Plan(target, chain, benchmarks.Levels);
        return (steps, [.. steps.Where(s => s.Basis != PlanBasis.Own).Select(Borrowed), .. ratios.Fruitless]);
    }

    private static Finding Borrowed(PlanStep step) => new(Severity.Info, Reason.Of(
        step.Basis == PlanBasis.Team ? "plan.team-ratio" : "plan.benchmark-ratio",
        ("measure", step.Measure),
        ("ratio", step.Ratio),
        ("sample", step.SampleSize)));

    private static List<PlannedWeek> Weeks(DateInterval period, IReadOnlyList<PlanStep> steps, IFiscalCalendar fiscal, IWorkCalendar calendar)
    {
        var weeks = fiscal.PeriodsTouching(PeriodKind.Week, period).Select(w => w.Interval.Intersection(period)!).ToArray();
        var days = weeks.Select(w => (decimal)calendar.WorkingDaysIn(w)).ToArray();
        var weights = days.Sum() == 0m ? [.. weeks.Select(w => (decimal)w.Length)] : days;
        var shares = steps.ToDictionary(s => s.Measure, s => Apportionments.LargestRemainder(s.Needed, weights, 1m));
        return [.. weeks.Select((week, i) => new PlannedWeek(week, shares.ToDictionary(s => s.Key, s => (int)s.Value[i])))];
    }

    private static IEnumerable<Finding> OverCapacity(IReadOnlyList<PlannedWeek> weeks, MeasureId first, PlanBenchmarks benchmarks, IWorkCalendar calendar)
    {
        foreach (var week in weeks)
        {
            var capacity = calendar.WorkingDaysIn(week.Days) * benchmarks.CapacityPerDay;
            if (week.Activities[first] > capacity)
            {
                yield return new(Severity.Warn, Reason.Of(
                    "plan.over-capacity",
                    ("week", ReasonValue.Period(week.Days)),
                    ("measure", first),
                    ("planned", week.Activities[first]),
                    ("capacity", capacity)));
            }
        }
    }

    private sealed class Ratios(IReadings readings, AgentId agent, TeamId? team, DateInterval history, PlanBenchmarks benchmarks)
    {
        private readonly List<Finding> _fruitless = [];

        // Large samples that led to nothing: no target can be divided by them, so somebody else's ratio was used.
        public IReadOnlyList<Finding> Fruitless => _fruitless;

        public ConversionStep? PerLastStep(MeasureId measure, MeasureId lastStep, Unit unit) =>
            measure == lastStep
                ? new() { From = lastStep, Into = measure, Ratio = Quantity.Ratio(1m, 1m), IsExact = true }
                : Measured(measure, lastStep, unit) ?? Benchmark(benchmarks.PerLastStep, measure, lastStep, unit);

        public ConversionStep? Conversion(MeasureId from, MeasureId into) =>
            Measured(into, from, Unit.Ratio) ?? Benchmark(benchmarks.Conversions, into, from, Unit.Ratio);

        private ConversionStep? Measured(MeasureId into, MeasureId from, Unit unit)
        {
            foreach (var (subject, basis) in Subjects())
            {
                if (readings.Read(from, subject, history) is Reading.Measured below && below.Value.ToDecimal() >= benchmarks.MinimumSample && below.Value.Numerator > 0m
                    && readings.Read(into, subject, history) is Reading.Measured above)
                {
                    if (above.Value.Numerator <= 0m)
                    {
                        _fruitless.Add(new(Severity.Warn, Reason.Of(
                            basis == PlanBasis.Own ? "plan.own-ratio-zero" : "plan.team-ratio-zero", ("measure", from), ("into", into), ("sample", (int)below.Value.ToDecimal()))));
                        continue;
                    }

                    var ratio = Quantity.Fraction(above.Value.Numerator * below.Value.Denominator, above.Value.Denominator * below.Value.Numerator, unit);
                    return new() { From = from, Into = into, Ratio = ratio, Basis = basis, SampleSize = (int)below.Value.ToDecimal() };
                }
            }

            return null;
        }

        private IEnumerable<(Subject Subject, PlanBasis Basis)> Subjects()
        {
            yield return (Subject.Of(agent), PlanBasis.Own);
            if (team is { } t)
            {
                yield return (Subject.Of(t), PlanBasis.Team);
            }
        }

        private static ConversionStep? Benchmark(IReadOnlyDictionary<MeasureId, decimal> ratios, MeasureId into, MeasureId from, Unit unit) =>
            ratios.TryGetValue(into, out var ratio)
                ? new() { From = from, Into = into, Ratio = Quantity.Of(ratio, unit), Basis = PlanBasis.Benchmark }
                : null;
    }
}
