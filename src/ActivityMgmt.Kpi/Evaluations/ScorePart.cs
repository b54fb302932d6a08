namespace ActivityMgmt.Kpi;

// How a part without a figure counts.
internal enum AbsentPart
{
    Reweight,
    Zero,
    Block,
}

// What a part is scored from.
internal sealed record ScoreInput(
    IReadings Readings,
    Subject Subject,
    DateInterval Period,
    IReadOnlyDictionary<MeasureId, Quantity> Targets,
    IReadOnlyList<ComplianceResult> Compliance)
{
    public Reading Read(MeasureId measure) => Readings.Read(measure, Subject, Period);
}

// Points, 0 to 100 and not rounded; null when the part is absent.
internal sealed record Points(decimal? Value, Quantity? Actual, Reason Reason);

/// <summary>A compiled part of a scorecard.</summary>
internal abstract class ScorePart(string id, decimal weight, AbsentPart absent)
{
    public string Id => id;

    public decimal Weight => weight;

    public AbsentPart Absent => absent;

    public abstract Points Score(ScoreInput input);

    // Why there is no figure, and how that counts.
    protected Points Missing(string cause, Quantity? actual = null) => new(null, actual, Reason.Of(
        absent switch { AbsentPart.Zero => "kpi.score-absent-zero", AbsentPart.Block => "kpi.score-absent-block", _ => "kpi.score-absent-reweight" },
        ("cause", ReasonValue.Term(cause))));

    protected static decimal Within(decimal points, decimal maximum) => Math.Min(Math.Max(points, 0m), maximum);
}
