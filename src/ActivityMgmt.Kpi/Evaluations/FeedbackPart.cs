namespace ActivityMgmt.Kpi;

// Towards what a small sample is drawn, and how many answers that weighs.
internal sealed record Shrinkage(SubjectKind Towards, decimal Strength);

/// <summary>A part scored from what customers said, with small samples drawn towards the team or the branch.</summary>
/// <remarks>
/// n answers with a mean m, drawn towards a mean p of strength k, count as (n·m + k·p) / (n + k): exact, and shown beside m and n. The group's mean includes the
/// agent's own answers; a team counts as of the answer's day. Without any own answer the part is absent, whatever the group says.
/// </remarks>
internal abstract class FeedbackPart(string id, decimal weight, AbsentPart absent, FeedbackKind kind, Shrinkage? shrinkage) : ScorePart(id, weight, absent)
{
    public override Points Score(ScoreInput input)
    {
        var all = input.Readings.Facts.Feedback.Where(f => f.Feedback == kind && f.Score is not null && input.Period.Contains(f.Date)).ToArray();
        var own = all.Where(f => f.Agent == input.Subject.Agent).ToArray();
        if (own.Length == 0)
        {
            return Missing("kpi.score-cause.no-data");
        }

        var raw = Quantity.Fraction(own.Sum(f => Value(f.Score!.Value)), own.Length, Unit);
        var prior = shrinkage is null ? raw : Prior(input, all);
        var strength = shrinkage?.Strength ?? 0m;
        var drawn = Quantity.Fraction(
            (raw.Numerator * own.Length * prior.Denominator) + (strength * prior.Numerator * raw.Denominator),
            raw.Denominator * prior.Denominator * (own.Length + strength),
            Unit);
        var points = Within(PointsOf(drawn.ToDecimal()), 100m);
        return new(points, drawn, Told(raw, drawn, prior, strength, own.Length, Math.Round(points, 1, MidpointRounding.AwayFromZero)));
    }

    protected abstract Unit Unit { get; }

    // What one answer adds to the mean.
    protected abstract decimal Value(int score);

    protected abstract decimal PointsOf(decimal mean);

    protected abstract Reason Told(Quantity raw, Quantity drawn, Quantity prior, decimal strength, int answers, decimal points);

    private Quantity Prior(ScoreInput input, FeedbackFact[] all)
    {
        var organisation = input.Readings.Facts.Organisation;
        var team = organisation.TeamOf(input.Subject.Agent, input.Period.End) ?? (organisation.AssignmentsOf(input.Subject.Agent) is [var last, ..] ? last.Team : (TeamId?)null);
        var group = shrinkage!.Towards == SubjectKind.Team && team is { } t ? all.Where(f => organisation.TeamOf(f.Agent, f.Date) == t).ToArray() : all;
        var answers = group.Length == 0 ? all : group;
        return Quantity.Fraction(answers.Sum(f => Value(f.Score!.Value)), answers.Length, Unit);
    }
}

/// <summary><c>satisfaction</c>: the mean of survey scores from 0 to 10, × 10.</summary>
internal sealed class SatisfactionPart(string id, decimal weight, AbsentPart absent, Shrinkage? shrinkage) : FeedbackPart(id, weight, absent, FeedbackKind.Survey, shrinkage)
{
    protected override Unit Unit => Unit.Score;

    protected override decimal Value(int score) => score;

    protected override decimal PointsOf(decimal mean) => mean * 10m;

    protected override Reason Told(Quantity raw, Quantity drawn, Quantity prior, decimal strength, int answers, decimal points) => Reason.Of(
        "kpi.score-satisfaction", ("raw", raw), ("drawn", drawn), ("group", prior), ("strength", strength), ("answers", answers), ("points", points));
}

/// <summary><c>recommend</c>: the share of answers of 9 and 10 less that of 0 to 6, from −1 to 1; −1 gives 0 points, 0 gives 50, 1 gives 100.</summary>
internal sealed class RecommendPart(string id, decimal weight, AbsentPart absent, Shrinkage? shrinkage) : FeedbackPart(id, weight, absent, FeedbackKind.Recommendation, shrinkage)
{
    protected override Unit Unit => Unit.Ratio;

    protected override decimal Value(int score) => score >= 9 ? 1m : score <= 6 ? -1m : 0m;

    protected override decimal PointsOf(decimal mean) => (mean + 1m) * 50m;

    protected override Reason Told(Quantity raw, Quantity drawn, Quantity prior, decimal strength, int answers, decimal points) => Reason.Of(
        "kpi.score-recommend", ("raw", raw), ("drawn", drawn), ("group", prior), ("strength", strength), ("answers", answers), ("points", points));
}
