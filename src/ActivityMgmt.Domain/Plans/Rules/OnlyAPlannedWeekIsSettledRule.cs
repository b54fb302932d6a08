namespace ActivityMgmt.Domain;

/// <summary>Only a week that was planned is checked, agreed, changed or closed.</summary>
/// <param name="Key">The key that was asked for.</param>
public sealed record OnlyAPlannedWeekIsSettledRule(string Key) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("plan.week-unknown", ("plan", Key));
}
