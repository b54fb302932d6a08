namespace ActivityMgmt.Domain;

/// <summary>An evaluation takes one step at a time: draft, confirmed, contested, then upheld or revised.</summary>
/// <param name="Evaluation">The evaluation.</param>
/// <param name="From">The state from which the step is allowed.</param>
/// <param name="To">The state that was asked for.</param>
public sealed record AnEvaluationTakesOneStepAtATimeRule(Evaluation Evaluation, EvaluationState From, EvaluationState To) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of(
        "evaluation.wrong-state",
        ("evaluation", Evaluation.Key),
        ("state", ReasonValue.Term($"evaluation.state.{Evaluation.State}")),
        ("from", ReasonValue.Term($"evaluation.state.{From}")),
        ("to", ReasonValue.Term($"evaluation.state.{To}")));
}
