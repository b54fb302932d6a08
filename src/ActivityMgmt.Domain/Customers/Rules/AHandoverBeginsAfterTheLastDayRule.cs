namespace ActivityMgmt.Domain;

/// <summary>New service begins after the leaver's last day.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="From">The first day that was asked for.</param>
/// <param name="LeftOn">The leaver's last day, included.</param>
public sealed record AHandoverBeginsAfterTheLastDayRule(PolicyId Policy, LocalDate From, LocalDate LeftOn) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("policy.handover-too-early", ("policy", Policy.Value), ("date", From), ("left", LeftOn));
}
