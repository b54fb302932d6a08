namespace ActivityMgmt.Kpi;

// Points from a value on: the band holds values from its own start (included) to the next band's (excluded).
internal sealed record ScoreBand(decimal From, decimal Points);

/// <summary><c>bands</c>: the points of the band that holds the value; below the first band 0 points.</summary>
internal sealed class BandsPart(string id, decimal weight, AbsentPart absent, MeasureDescription measure, IReadOnlyList<ScoreBand> bands)
    : ScorePart(id, weight, absent)
{
    public override Points Score(ScoreInput input)
    {
        if (input.Read(measure.Id) is not Reading.Measured { Value: var actual })
        {
            return Missing("kpi.score-cause.no-data");
        }

        var points = Of(bands, actual);
        return new(points, actual, Reason.Of("kpi.score-band", ("measure", measure.Id), ("actual", actual), ("points", points)));
    }

    internal static decimal Of(IReadOnlyList<ScoreBand> bands, Quantity actual) =>
        bands.LastOrDefault(b => Quantity.Of(b.From, actual.Unit) <= actual)?.Points ?? 0m;
}
