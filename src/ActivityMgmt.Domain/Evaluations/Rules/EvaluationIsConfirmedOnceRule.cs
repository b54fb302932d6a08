namespace ActivityMgmt.Domain;

/// <summary>An evaluation that is confirmed, or contested, is not confirmed, or contested, again.</summary>
/// <param name="Evaluation">The evaluation.</param>
public sealed record EvaluationIsConfirmedOnceRule(Evaluation Evaluation) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of(
        "evaluation.wrong-state",
        ("evaluation", Evaluation.Key),
        ("state", ReasonValue.Term($"evaluation.state.{Evaluation.State}")));
}
