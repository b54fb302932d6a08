namespace ActivityMgmt.Kpi;

/// <summary><c>best-of</c>: the points of the best of several attainments, such as cases or premium. They are never combined; absent only when all of them are.</summary>
internal sealed class BestPart(string id, decimal weight, AbsentPart absent, IReadOnlyList<ScorePart> of) : ScorePart(id, weight, absent)
{
    public override Points Score(ScoreInput input) =>
        of.Select(p => p.Score(input)).Where(p => p.Value is not null).OrderByDescending(p => p.Value).FirstOrDefault() ?? of[0].Score(input);
}
