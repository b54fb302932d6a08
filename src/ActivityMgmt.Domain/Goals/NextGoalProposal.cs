namespace ActivityMgmt.Domain;

/// <summary>Proposes an agent's target for the next quarter from what was learned in this one: never last × (1 + growth).</summary>
/// <remarks>
/// The base is the median of the agent's own last quarters. Where one funnel step was weak again and again, the proposal shows what mending it
/// half-way would bring; not where less is better. Where an agent has no past, no proposal is made. Rounded to the nearest piece; the branch's next target is cascaded anew,
/// so proposals need not sum to anything.
/// </remarks>
public static class NextGoalProposal
{
    /// <summary>A proposed goal for the quarter after <paramref name="goal"/>'s, or <see langword="null"/> when there is no past to learn from.</summary>
    /// <param name="goal">The agent's goal of the quarter that ends.</param>
    /// <param name="readings">What is known at the closing.</param>
    /// <param name="quarters">The quarters that are looked at, oldest first, the ending one last.</param>
    /// <param name="checkpoints">The goal's checkpoints, oldest first.</param>
    /// <param name="piece">The smallest step of a target.</param>
    /// <param name="by">Who closes the quarter.</param>
    /// <param name="on">When.</param>
    public static Goal? For(
        Goal goal,
        IReadings readings,
        IReadOnlyList<Quarter> quarters,
        IReadOnlyList<Checkpoint> checkpoints,
        decimal piece,
        ActorId by,
        LocalDate on)
    {
        Guard.Against.Null(goal);
        Guard.Against.Null(readings);
        Guard.Against.Null(quarters);
        Guard.Against.Null(checkpoints);
        var fiscal = readings.Calendars.Fiscal;
        var joined = readings.Facts.Organisation.JoinedOn(goal.Subject.Agent, goal.Period.End);
        var results = quarters
            .SkipWhile(q => readings.Read(goal.Measure, Subject.Everybody, fiscal.IntervalOf(q)) is not Reading.Measured { Value.Numerator: not 0m }) // before the facts begin
            .Where(q => joined <= fiscal.IntervalOf(q).Start)
            .Select(q => readings.Read(goal.Measure, goal.Subject, fiscal.IntervalOf(q)))
            .OfType<Reading.Measured>()
            .Select(m => m.Value.ToDecimal())
            .Order()
            .ToArray();
        if (results.Length == 0 || Median(results) is not (> 0m and var usual))
        {
            return null;
        }

        var (gain, weak) = goal.Direction == Direction.HigherIsBetter ? GainFromWeakStep(checkpoints) : (0m, null);
        var target = new Rounding(piece, RoundingMode.HalfAwayFromZero).Apply(usual * (1m + gain));
        var next = fiscal.QuarterOf(goal.Period.End).Next;
        return new()
        {
            Id = Cascade.IdOf(next, goal.Measure, goal.Subject),
            Partition = next.ToString(),
            Measure = goal.Measure,
            Subject = goal.Subject,
            Period = fiscal.IntervalOf(next),
            Direction = goal.Direction,
            State = GoalState.Proposed,
            Revisions =
            [
                new(Quantity.Of(Math.Max(piece, target), goal.Target.Unit), on, by, Reason.Of(
                    weak is null ? "next-goal.own-median" : "next-goal.median-and-weak-step",
                    ("quarters", results.Length),
                    ("usual", Quantity.Of(usual, goal.Target.Unit)),
                    ("step", weak is null ? "-" : weak.Step),
                    ("actual", weak is null ? "-" : weak.Actual),
                    ("mended", weak is null ? "-" : weak.Usual),
                    ("gain", Quantity.Of(gain, Unit.Ratio)))),
            ],
        };
    }

    // Half of what the step named most often lost against what is usual, at most a quarter more.
    private static (decimal Gain, Cause.WeakStep? Step) GainFromWeakStep(IReadOnlyList<Checkpoint> checkpoints)
    {
        var weak = RepeatedWeakStep.In(checkpoints) is [var first, ..] ? first.Last : null;
        if (weak is null || weak.Actual.Numerator == 0m)
        {
            return (0m, weak);
        }

        var lost = (weak.Usual.DividedBy(weak.Actual).ToDecimal() - 1m) / 2m;
        return (Math.Round(Math.Clamp(lost, 0m, 0.25m), 3, MidpointRounding.AwayFromZero), weak);
    }

    private static decimal Median(decimal[] sorted) => sorted.Length % 2 == 1
        ? sorted[sorted.Length / 2]
        : (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2m;
}
