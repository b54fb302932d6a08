namespace ActivityMgmt.Domain;

/// <summary>An evaluation is contested by its agent, or by who represents them.</summary>
/// <param name="Evaluation">The evaluation.</param>
/// <param name="By">Who may not.</param>
public sealed record OnlyTheAgentContestsRule(Evaluation Evaluation, ActorId By) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("evaluation.contested-by-other", ("evaluation", Evaluation.Key), ("actor", By.Value), ("agent", Evaluation.Agent.Value));
}
