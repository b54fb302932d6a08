namespace ActivityMgmt.Domain;

/// <summary>Only an evaluation that exists can be shown.</summary>
/// <param name="Evaluation">The key that names none.</param>
public sealed record OnlyAMadeEvaluationIsShownRule(string Evaluation) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("evaluation.unknown", ("evaluation", Evaluation));
}
