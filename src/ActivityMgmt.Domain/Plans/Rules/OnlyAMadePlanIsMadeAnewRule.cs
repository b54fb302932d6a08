namespace ActivityMgmt.Domain;

/// <summary>Only a plan that exists can be made anew.</summary>
/// <param name="Goal">The goal without a plan.</param>
public sealed record OnlyAMadePlanIsMadeAnewRule(GoalId Goal) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("plan.not-made", ("goal", Goal.Value));
}
