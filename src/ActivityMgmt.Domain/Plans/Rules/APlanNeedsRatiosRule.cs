namespace ActivityMgmt.Domain;

/// <summary>A plan needs a ratio for each step: measured, or a benchmark of the target document.</summary>
/// <param name="Goal">The goal.</param>
public sealed record APlanNeedsRatiosRule(Goal Goal) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("plan.no-ratios", ("goal", Goal.Id.Value), ("measure", Goal.Measure));
}
