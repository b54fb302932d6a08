using static ActivityMgmt.Domain.Tests.Facts;

namespace ActivityMgmt.Domain.Tests;

public class EvaluationReviewTests
{
    [Fact]
    public void Each_goal_is_shown_with_what_was_reached()
    {
        var readings = new StatedReadings(Book(Joined("A1"))).Says("cases", Agent("A1"), Q3.Interval, 150m);

        var evaluation = Evaluate(readings: readings, goals: [SomeGoal.Of(100m), SomeGoal.Of(30m, measure: "calls")]);

        Assert.Equal(
            [
                new GoalResult(SomeGoal.Of().Id, new("cases"), Quantity.Count(100m), Quantity.Count(150m), Quantity.Ratio(3m, 2m)),
                new GoalResult(SomeGoal.Of(measure: "calls").Id, new("calls"), Quantity.Count(30m), null, null),
            ],
            evaluation.Goals);
        Assert.Equal(("2026Q3", EvaluationState.Draft, Q3.Interval), (evaluation.Partition, evaluation.State, evaluation.Period));
    }

    [Theory]
    [InlineData("80", true, false)] // 80 is strong
    [InlineData("79.9", false, false)]
    [InlineData("60", false, false)] // 60 is not weak
    [InlineData("59.9", false, true)]
    [InlineData(null, false, false)] // silence is neither
    public void Parts_from_80_points_on_are_strong_and_below_60_weak(string? score, bool isStrong, bool isWeak)
    {
        decimal? points = score is null ? null : decimal.Parse(score, System.Globalization.CultureInfo.InvariantCulture);

        var evaluation = Evaluate(points);

        Assert.Equal(isStrong ? ["evaluation.strong-part"] : [], evaluation.Strengths.Select(r => r.Code));
        Assert.Equal(isWeak ? ["evaluation.weak-part"] : [], evaluation.Weaknesses.Select(r => r.Code));
        Assert.All(evaluation.Strengths.Concat(evaluation.Weaknesses), r => Assert.Equal(("scorecard.premium", score), (r["part"].Text, r["score"].Text)));
    }

    [Fact]
    public void Limits_of_strong_and_weak_and_the_actions_are_policies()
    {
        EvaluationPolicies policies = new()
        {
            StrongFrom = 70m,
            WeakBelow = 65m,
            Actions = [b => b.Evaluation.Weaknesses.Count > 0 ? [Reason.Of("own.talk", ("weak", b.Evaluation.Weaknesses.Count))] : []],
        };

        Assert.Equal(["evaluation.strong-part"], Evaluate(70m, policies: policies).Strengths.Select(r => r.Code));
        Assert.Equal([Reason.Of("own.talk", ("weak", 1))], Evaluate(64.9m, policies: policies).Actions.Select(a => a.Reason));
        Assert.Empty(Evaluate(65m, policies: policies).Actions);
    }

    [Fact]
    public void A_step_that_was_weak_again_and_again_is_a_weakness_and_an_action()
    {
        var weak = SomeCheckpoint.Of() with { Cause = StatedCauses.Weak("sales", 0.2m, 0.3m) };

        var evaluation = Evaluate(checkpoints: [weak, weak with { AsOf = Day("2026-07-19") }]);

        Assert.Equal(Reason.Of("evaluation.weak-step", ("measure", new MeasureId("sales")), ("times", 2)), Assert.Single(evaluation.Weaknesses));
        Assert.Equal(
            new EvaluationAction(Reason.Of("action.train-step", ("measure", new MeasureId("sales")), ("times", 2)), null, Day("2026-10-30")),
            Assert.Single(evaluation.Actions));
        Assert.Empty(Evaluate(checkpoints: [weak]).Actions);
    }

    [Fact]
    public void Compliance_shows_what_is_not_fine_and_each_broken_rule_is_one_action()
    {
        var evaluation = Evaluate(compliance:
        [
            Result("R1", ComplianceOutcome.Pass), Result("R1", ComplianceOutcome.Block), Result("R2", ComplianceOutcome.Warn), Result("R1", ComplianceOutcome.Block),
            Result("R3", ComplianceOutcome.NotApplicable), Result("R4", ComplianceOutcome.InsufficientData),
        ]);

        Assert.Equal(["R1", "R2", "R1", "R4"], evaluation.Compliance.Select(c => c.Rule));
        Assert.Equal(
            [Reason.Of("action.mend-compliance", ("rule", "R1"), ("cases", 2)), Reason.Of("action.mend-compliance", ("rule", "R2"), ("cases", 1))],
            evaluation.Actions.Select(a => a.Reason));
    }

    [Theory]
    [InlineData("59.9", true)]
    [InlineData("60", false)] // the limit itself is not adverse
    [InlineData(null, false)] // undecided is not adverse
    public void A_total_below_60_is_adverse(string? score, bool isAdverse)
    {
        decimal? total = score is null ? null : decimal.Parse(score, System.Globalization.CultureInfo.InvariantCulture);

        var evaluation = Evaluate(total);

        Assert.Equal(isAdverse ? Reason.Of("evaluation.total-below", ("total", 59.9m), ("limit", 60m)) : null, evaluation.Adverse);
    }

    [Fact]
    public void An_action_is_the_supervisors_and_due_a_month_later()
    {
        var weak = SomeCheckpoint.Of() with { Cause = StatedCauses.Weak("sales", 0.2m, 0.3m) };
        var readings = new StatedReadings(Book(Joined("A1"), Assigned("A1", "T1"), Joined("L1"), Assigned("L1", "T1", leads: true)));

        var evaluation = Evaluate(readings: readings, checkpoints: [weak, weak with { AsOf = Day("2026-07-19") }]);

        Assert.Equal((Id("L1"), Day("2026-10-30")), (evaluation.Actions[0].Owner, evaluation.Actions[0].DueOn));
    }

    private static Evaluation Evaluate(
        decimal? score = 70m, StatedReadings? readings = null, Goal[]? goals = null, ComplianceResult[]? compliance = null, Checkpoint[]? checkpoints = null,
        EvaluationPolicies? policies = null) =>
        EvaluationReview.Evaluate(
            new("A1"),
            Q3,
            Q3.Interval,
            goals ?? [],
            readings ?? new StatedReadings(Book(Joined("A1"))),
            new() { Parts = [new() { Id = "premium", Weight = 100m, Score = score, Actual = null, Reason = Reason.Of("stated.score") }], Total = score },
            compliance ?? [],
            checkpoints ?? [],
            policies ?? new());

    private static ComplianceResult Result(string rule, ComplianceOutcome outcome) => new()
    {
        Rule = rule, Outcome = outcome, Agent = new("A1"), Date = Day("2026-07-15"), Reason = Reason.Of("a.b"), Facts = [],
    };
}
