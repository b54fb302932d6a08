namespace BranchQuarter.Stages;

/// <summary>Closes the quarter: evaluations, compliance, pay, ranks, titles, support offers, next goals. Stages without a document or without facts are skipped.</summary>
internal sealed class ClosingStage(Evaluating evaluating, Pay pay, Assessments assessments, Rewards rewards, Screen screen)
{
    public async Task<ClosingSummary> RunAsync(
        CallContext call, Profile profile, StageList stages, IReadOnlyList<Checkpoint> checkpoints, long? knownAt, IProgress<double> progress, CancellationToken cancellation)
    {
        var quarter = profile.Quarter;
        var closing = await evaluating.CloseAsync(call, quarter, profile.ClosedOn, knownAt, cancellation).OrThrow();
        progress.Report(0.3);
        var paid = stages.Has(DocumentKinds.PayPlan) ? await pay.CloseAsync(call, quarter, knownAt, cancellation).OrThrow() : null;
        progress.Report(0.7);
        var ranks = stages.Has(DocumentKinds.Assessment) ? await assessments.AssessAsync(call, quarter, asKnownAt: knownAt, cancellation: cancellation).OrThrow() : [];
        progress.Report(0.85);
        if (!stages.Has(DocumentKinds.Incentives))
        {
            return new(closing, paid, ranks, [], []);
        }

        var titles = await rewards.AwardAsync(call, quarter, knownAt, cancellation).OrThrow();
        var weakSteps = checkpoints.GroupBy(c => c.Subject.Agent).ToDictionary(g => g.Key, g => RepeatedWeakStep.In(g.OrderBy(c => c.AsOf)));
        var offers = await rewards.OfferAsync(call, quarter, weakSteps, knownAt, cancellation).OrThrow();
        return new(closing, paid, ranks, titles, offers);
    }

    public void Tell(ClosingSummary summary)
    {
        if (summary.Closing.Evaluations.Count > 0)
        {
            screen.Line("bq.closing.evaluations", ("agents", summary.Closing.Evaluations.Count));
        }

        foreach (var rule in summary.Closing.Compliance.GroupBy(c => c.Rule))
        {
            int Times(ComplianceOutcome outcome) => rule.Count(r => r.Outcome == outcome);
            screen.Line(
                "bq.closing.compliance",
                ("rule", rule.Key),
                ("kept", Times(ComplianceOutcome.Pass)),
                ("warnings", Times(ComplianceOutcome.Warn)),
                ("breaches", Times(ComplianceOutcome.Block)),
                ("unknown", Times(ComplianceOutcome.InsufficientData)));
        }

        if (summary.Pay is { Statements: [var first, ..] } pay)
        {
            screen.Line(
                "bq.closing.pay",
                ("statements", pay.Statements.Count),
                ("lines", pay.Statements.Sum(s => s.Lines.Count)),
                ("total", pay.Statements.Aggregate(Money.Zero(first.Currency), (sum, s) => sum + s.Total)),
                ("held", pay.Statements.Aggregate(Money.Zero(first.Currency), (sum, s) => sum + s.HeldTotal)));
            var undecided = pay.Statements.SelectMany(x => x.Lines).Where(l => l.Outcome == LineOutcome.Undecided).ToArray();
            if (undecided.Length > 0)
            {
                screen.Line("bq.closing.undecided", ("lines", undecided.Length), ("reason", screen.Say(undecided[0].Reason)));
            }

            if (pay.Differences.Count > 0)
            {
                screen.Line(
                    "bq.closing.adjustments",
                    ("agents", pay.Differences.Count),
                    ("total", pay.Differences.Aggregate(Money.Zero(first.Currency), (sum, d) => sum + d.Adjustment)));
            }
        }

        foreach (var outcome in summary.Ranks.GroupBy(r => r.Outcome).OrderBy(g => g.Key))
        {
            screen.Line("bq.closing.ranks", ("agents", outcome.Count()), ("outcome", Screen.Code("assessment.outcome.", outcome.Key)));
        }

        if (summary.Titles.Count + summary.Offers.Count > 0)
        {
            screen.Line("bq.closing.rewards", ("titles", summary.Titles.Count), ("offers", summary.Offers.Count));
        }

        screen.Line("bq.closing.next", ("goals", summary.Closing.NextGoals.Count));
    }
}

/// <summary>What closing the quarter gave.</summary>
internal sealed record ClosingSummary(
    QuarterClosing Closing, PayClosing? Pay, IReadOnlyList<RankProposal> Ranks, IReadOnlyList<TitleAward> Titles, IReadOnlyList<SupportOffer> Offers);
