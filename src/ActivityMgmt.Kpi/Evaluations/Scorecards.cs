namespace ActivityMgmt.Kpi;

/// <summary>Scores an agent's period from a scorecard document; see docs/concepts/kpis.md and evaluation.md for the format.</summary>
/// <remarks>
/// A part gives 0 to 100 points; the total is the mean of the parts' points by weight. A part without a figure is left out and the others weigh more,
/// counts as zero, or leaves the total open, as the document declares: never silently zero. Points and total are rounded once each, to 0.1 (half away from zero).
/// Safe for concurrent use; remembers the last document, since a branch is scored by one.
/// </remarks>
public sealed class Scorecards : IScorecards
{
    private volatile Compiled? _last;

    /// <inheritdoc/>
    public Scorecard Score(
        PublishedDocument document,
        IReadings readings,
        AgentId agent,
        DateInterval period,
        IReadOnlyDictionary<MeasureId, Quantity> targets,
        IReadOnlyList<ComplianceResult> compliance)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(readings);
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(compliance);
        var input = new ScoreInput(readings, Subject.Of(agent), period, targets, compliance);
        var scored = PartsOf(document, readings.Measures)
            .Select(part => (Part: part, Points: part.Score(input)))
            .ToArray();
        return new()
        {
            Parts = [.. scored.Select(s => new ScorecardPart
            {
                Id = s.Part.Id,
                Weight = s.Part.Weight,
                Score = Rounded(s.Points.Value),
                Actual = s.Points.Actual,
                Reason = s.Points.Reason,
            })],
            Total = Total(scored),
        };
    }

    private IReadOnlyList<ScorePart> PartsOf(PublishedDocument document, IReadOnlyList<MeasureDescription> measures)
    {
        var last = _last;
        if (last is null || !ReferenceEquals(last.Document, document) || !ReferenceEquals(last.Measures, measures))
        {
            _last = last = new(document, measures, ScorecardDocument.Read(document, measures));
        }

        return last.Parts;
    }

    private static decimal? Total((ScorePart Part, Points Points)[] scored)
    {
        if (Array.Exists(scored, s => s.Points.Value is null && s.Part.Absent == AbsentPart.Block))
        {
            return null;
        }

        var counted = scored.Where(s => s.Points.Value is not null || s.Part.Absent == AbsentPart.Zero).ToArray();
        var weight = counted.Sum(s => s.Part.Weight);
        return weight == 0m || Array.TrueForAll(counted, s => s.Points.Value is null)
            ? null
            : Rounded(counted.Sum(s => s.Part.Weight * (s.Points.Value ?? 0m)) / weight);
    }

    private static decimal? Rounded(decimal? points) => points is { } p ? Math.Round(p, 1, MidpointRounding.AwayFromZero) : null;

    private sealed record Compiled(PublishedDocument Document, IReadOnlyList<MeasureDescription> Measures, IReadOnlyList<ScorePart> Parts);
}
