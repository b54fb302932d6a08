namespace ActivityMgmt.Kpi;

/// <summary><c>relative</c>: bands over the difference between the agent's own figure and a yardstick, such as own growth less market growth.</summary>
internal sealed class RelativePart(
    string id, decimal weight, AbsentPart absent, MeasureDescription measure, MeasureDescription against, IReadOnlyList<ScoreBand> bands)
    : ScorePart(id, weight, absent)
{
    public override Points Score(ScoreInput input)
    {
        if (input.Read(measure.Id) is not Reading.Measured { Value: var own })
        {
            return Missing("kpi.score-cause.no-data");
        }

        if (input.Read(against.Id) is not Reading.Measured { Value: var yardstick })
        {
            return Missing("kpi.score-cause.no-yardstick", own);
        }

        var points = BandsPart.Of(bands, own - yardstick);
        return new(points, own, Reason.Of(
            "kpi.score-relative", ("measure", measure.Id), ("actual", own), ("against", against.Id), ("yardstick", yardstick), ("points", points)));
    }
}
