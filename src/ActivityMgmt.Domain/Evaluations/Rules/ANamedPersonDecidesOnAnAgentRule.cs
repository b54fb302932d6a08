namespace ActivityMgmt.Domain;

/// <summary>What is adverse for an agent, and every total that differs from the computed one, takes a named person who is neither the system nor the agent.</summary>
/// <param name="Evaluation">The evaluation.</param>
/// <param name="By">Who may not.</param>
public sealed record ANamedPersonDecidesOnAnAgentRule(Evaluation Evaluation, ActorId By) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("evaluation.needs-person", ("evaluation", Evaluation.Key), ("actor", By.Value));
}
