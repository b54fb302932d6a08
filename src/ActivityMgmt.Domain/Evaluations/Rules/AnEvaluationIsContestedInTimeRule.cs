namespace ActivityMgmt.Domain;

/// <summary>An evaluation is contested within the days that the policies give.</summary>
/// <param name="Evaluation">The evaluation.</param>
/// <param name="On">The day that is too late.</param>
/// <param name="LastDay">The last day on which it was possible.</param>
public sealed record AnEvaluationIsContestedInTimeRule(Evaluation Evaluation, LocalDate On, LocalDate LastDay) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("evaluation.contested-too-late", ("evaluation", Evaluation.Key), ("date", On), ("last", LastDay));
}
