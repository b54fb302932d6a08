namespace ActivityMgmt.Domain;

/// <summary>Measure, subject, period and owner are rewritten in a draft only, and a draft keeps its id.</summary>
/// <param name="Goal">The goal.</param>
public sealed record OnlyADraftCanBeRewrittenRule(Goal Goal) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("goal.locked", ("goal", Goal.Id.Value), ("state", ReasonValue.Term($"goal.state.{Goal.State}")));
}
