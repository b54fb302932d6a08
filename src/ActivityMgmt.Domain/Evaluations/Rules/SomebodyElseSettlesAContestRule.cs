namespace ActivityMgmt.Domain;

/// <summary>A contest is settled by somebody else than who confirmed the evaluation.</summary>
/// <param name="Evaluation">The evaluation.</param>
/// <param name="By">Who confirmed it.</param>
public sealed record SomebodyElseSettlesAContestRule(Evaluation Evaluation, ActorId By) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("evaluation.settled-by-same", ("evaluation", Evaluation.Key), ("actor", By.Value));
}
