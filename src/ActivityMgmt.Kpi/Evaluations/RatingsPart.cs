namespace ActivityMgmt.Kpi;

// Who rates, and how much their voice weighs.
internal sealed record RatingWeights(decimal Self, decimal Peers, decimal Manager);

/// <summary><c>ratings</c>: the ratings by the agent, colleagues and the manager from 0 to 10, each group's mean × 10, by their weights.</summary>
/// <remarks>
/// Of several ratings by one person the last one counts; a rating without a name is a person of its own. Colleagues count, and are shown, only when enough of them
/// rated, so that none can be told; then, and where a group said nothing, the others weigh more. With nobody's rating the part is absent.
/// </remarks>
internal sealed class RatingsPart(string id, decimal weight, AbsentPart absent, RatingWeights weights, int minimumPeers) : ScorePart(id, weight, absent)
{
    public override Points Score(ScoreInput input)
    {
        var ratings = input.Readings.Facts.Feedback.Where(f => f.Agent == input.Subject.Agent && f.Score is not null && input.Period.Contains(f.Date)).ToArray();
        var (self, peers, manager) = (Last(ratings, FeedbackKind.Self), Last(ratings, FeedbackKind.Peer), Last(ratings, FeedbackKind.Manager));
        var shownPeers = peers.Length >= minimumPeers ? peers : [];
        var groups = new[] { (Scores: self, Weight: weights.Self), (Scores: shownPeers, Weight: weights.Peers), (Scores: manager, Weight: weights.Manager) }
            .Where(g => g.Scores.Length > 0 && g.Weight > 0m)
            .ToArray();
        if (groups.Length == 0)
        {
            return Missing(peers.Length > 0 && weights.Peers > 0m ? "kpi.score-cause.too-few-peers" : "kpi.score-cause.no-data");
        }

        var mean = groups.Sum(g => g.Weight * g.Scores.Average()) / groups.Sum(g => g.Weight);
        var points = Within(mean * 10m, 100m);
        return new(points, Quantity.Of(mean, Unit.Score), Reason.Of(
            "kpi.score-ratings",
            ("self", Shown(self)),
            ("peers", Shown(shownPeers)),
            ("manager", Shown(manager)),
            ("raters", shownPeers.Length > 0 ? shownPeers.Length : "-"),
            ("points", Math.Round(points, 1, MidpointRounding.AwayFromZero))));
    }

    private static ReasonValue Shown(decimal[] scores) => scores.Length == 0 ? "-" : Math.Round(scores.Average(), 1, MidpointRounding.AwayFromZero);

    // Feedback comes in canonical order, so the last of a person is the one that counts.
    private static decimal[] Last(FeedbackFact[] ratings, FeedbackKind kind)
    {
        var ofKind = ratings.Where(r => r.Feedback == kind).ToArray();
        return
        [
            .. ofKind.Where(r => r.By is not null).GroupBy(r => r.By!.Value).Select(g => (decimal)g.Last().Score!.Value),
            .. ofKind.Where(r => r.By is null).Select(r => (decimal)r.Score!.Value),
        ];
    }
}
