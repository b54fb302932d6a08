namespace ActivityMgmt.Kpi;

/// <summary><c>attainment</c>: points are actual / target × 100, or target / actual × 100 where less is better, between 0 and the declared maximum.</summary>
/// <remarks>The target is the document's, else the agent's own; without one, or with a target of zero or less where more is better, the part is absent. Beyond <c>minimum</c> (on its wrong side) the part has 0 points.</remarks>
internal sealed class AttainmentPart(string id, decimal weight, AbsentPart absent, MeasureDescription measure, decimal? target, decimal? minimum, decimal maximum)
    : ScorePart(id, weight, absent)
{
    public override Points Score(ScoreInput input)
    {
        if (input.Read(measure.Id) is not Reading.Measured { Value: var actual })
        {
            return Missing("kpi.score-cause.no-data");
        }

        if (Target(input) is not { } goal || (measure.Direction == Direction.HigherIsBetter && goal.Numerator <= 0m))
        {
            return Missing("kpi.score-cause.no-target", actual);
        }

        if (minimum is { } limit && IsBeyond(actual, Quantity.Of(limit, measure.Unit)))
        {
            return new(0m, actual, Reason.Of("kpi.score-minimum", ("measure", measure.Id), ("actual", actual), ("minimum", Quantity.Of(limit, measure.Unit))));
        }

        var points = Within(Share(actual, goal) * 100m, maximum);
        return new(points, actual, Reason.Of(
            "kpi.score-attainment", ("measure", measure.Id), ("actual", actual), ("target", goal), ("points", Math.Round(points, 1, MidpointRounding.AwayFromZero))));
    }

    private Quantity? Target(ScoreInput input) =>
        target is { } own ? Quantity.Of(own, measure.Unit)
        : input.Targets.TryGetValue(measure.Id, out var agreed) ? agreed
        : null;

    // Where less is better and nothing happened, the target is kept in full.
    private decimal Share(Quantity actual, Quantity goal) => measure.Direction == Direction.HigherIsBetter
        ? actual.DividedBy(goal).ToDecimal()
        : actual <= goal ? 1m : goal.DividedBy(actual).ToDecimal();

    private bool IsBeyond(Quantity actual, Quantity limit) => measure.Direction == Direction.HigherIsBetter ? actual < limit : actual > limit;
}
