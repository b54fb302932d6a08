namespace ActivityMgmt.Domain;

/// <summary>Puts an agent's evaluation together: pure, no clock, no storage.</summary>
public static class EvaluationReview
{
    /// <summary>Evaluates one agent.</summary>
    /// <param name="agent">The agent.</param>
    /// <param name="quarter">The quarter.</param>
    /// <param name="period">First to last day of the quarter, both included.</param>
    /// <param name="goals">The agent's goals for the whole quarter.</param>
    /// <param name="readings">What is known at the closing.</param>
    /// <param name="scorecard">The agent's scorecard.</param>
    /// <param name="compliance">The agent's compliance results.</param>
    /// <param name="checkpoints">The agent's checkpoints, oldest first.</param>
    /// <param name="policies">What is strong, weak and adverse, what is to be done, and by when.</param>
    public static Evaluation Evaluate(
        AgentId agent,
        Quarter quarter,
        DateInterval period,
        IReadOnlyList<Goal> goals,
        IReadings readings,
        Scorecard scorecard,
        IReadOnlyList<ComplianceResult> compliance,
        IReadOnlyList<Checkpoint> checkpoints,
        EvaluationPolicies policies)
    {
        Guard.Against.Null(period);
        Guard.Against.Null(goals);
        Guard.Against.Null(readings);
        Guard.Against.Null(scorecard);
        Guard.Against.Null(compliance);
        Guard.Against.Null(checkpoints);
        Guard.Against.Null(policies);
        var weakSteps = RepeatedWeakStep.In(checkpoints);
        var owner = readings.Facts.Organisation.SupervisorOf(agent, period.End);
        EvaluationAction Action(Reason reason) => new(reason, owner, period.End.PlusDays(policies.ActionsDueAfterDays));
        var evaluation = new Evaluation
        {
            Partition = quarter.ToString(),
            Agent = agent,
            Period = period,
            ActiveUntil = readings.Facts.Organisation.LastDayOf(agent, period) is { } last && last < period.End ? last : null,
            Goals = [.. goals.Select(g => Result(g, readings))],
            Scorecard = scorecard,
            Compliance = [.. compliance.Where(r => r.Outcome is not (ComplianceOutcome.Pass or ComplianceOutcome.NotApplicable))],
            Strengths = [.. scorecard.Parts.Where(p => p.Score >= policies.StrongFrom).Select(p => About("evaluation.strong-part", p))],
            Weaknesses =
            [
                .. scorecard.Parts.Where(p => p.Score < policies.WeakBelow).Select(p => About("evaluation.weak-part", p)),
                .. weakSteps.Select(w => Reason.Of("evaluation.weak-step", ("measure", w.Step), ("times", w.Times))),
            ],
            Actions = [],
        };
        var basis = new ActionBasis(evaluation, weakSteps);
        return evaluation with { Actions = [.. policies.Actions.SelectMany(p => p(basis)).Select(Action)], Adverse = policies.Adverse(evaluation) };
    }

    private static GoalResult Result(Goal goal, IReadings readings)
    {
        var outcome = goal.OutcomeOf(GoalReadings.Of(goal, readings), goal.Period.End);
        return new(goal.Id, goal.Measure, goal.Target, outcome.Actual, outcome.Achievement) { Verdict = outcome.Verdict };
    }

    private static Reason About(string code, ScorecardPart part) => Reason.Of(
        code,
        ("part", ReasonValue.Term("scorecard." + part.Id)),
        ("score", part.Score ?? 0m),
        ("actual", part.Actual is { } a ? a : "-"));
}
