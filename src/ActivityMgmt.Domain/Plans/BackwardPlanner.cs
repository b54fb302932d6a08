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
        Guard.Against.Null(readings);
        Guard.Against.Null(history);
        Guard.Against.Null(benchmarks);
        var agent = goal.Subject.Agent;
        var funnel = readings.Funnel;
        var team = readings.Facts.Organisation.TeamOf(agent, history.End) ?? readings.Facts.Organisation.TeamOf(agent, goal.Period.Start);
        var ratios = new Ratios(readings, agent, team, history, benchmarks);
        if (funnel.Count == 0 || ratios.PerLastStep(goal.Measure, funnel[^1]) is not { } last)
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

        var steps = BackwardChain.Plan(goal.Target.ToDecimal(), chain, benchmarks.Levels);
        var calendar = readings.Facts.Organisation.WorkCalendarOf(agent, readings.Calendars.Work);
        var weeks = Weeks(goal.Period, steps, readings.Calendars.Fiscal, calendar);
        return new()
        {
            Partition = goal.Partition,
            Agent = agent,
            Goal = goal.Id,
            Period = goal.Period,
            Steps = steps,
            Weeks = weeks,
            Findings = [.. steps.Where(s => s.Basis != PlanBasis.Own).Select(Borrowed), .. OverCapacity(weeks, funnel[0], benchmarks, calendar)],
        };
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
        public ConversionStep? PerLastStep(MeasureId measure, MeasureId lastStep) =>
            measure == lastStep
                ? new() { From = lastStep, Into = measure, Ratio = Quantity.Ratio(1m, 1m), IsExact = true }
                : Measured(measure, lastStep, Unit.Count) ?? Benchmark(benchmarks.PerLastStep, measure, lastStep);

        public ConversionStep? Conversion(MeasureId from, MeasureId into) =>
            Measured(into, from, Unit.Ratio) ?? Benchmark(benchmarks.Conversions, into, from);

        private ConversionStep? Measured(MeasureId into, MeasureId from, Unit unit)
        {
            foreach (var (subject, basis) in Subjects())
            {
                if (readings.Read(from, subject, history) is Reading.Measured below && below.Value.ToDecimal() >= benchmarks.MinimumSample && below.Value.Numerator > 0m
                    && readings.Read(into, subject, history) is Reading.Measured above && above.Value.Numerator > 0m)
                {
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

        private static ConversionStep? Benchmark(IReadOnlyDictionary<MeasureId, decimal> ratios, MeasureId into, MeasureId from) =>
            ratios.TryGetValue(into, out var ratio)
                ? new() { From = from, Into = into, Ratio = Quantity.Of(ratio, Unit.Ratio), Basis = PlanBasis.Benchmark }
                : null;
    }
}
