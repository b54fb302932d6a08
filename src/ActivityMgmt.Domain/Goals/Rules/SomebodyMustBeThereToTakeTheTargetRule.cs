namespace ActivityMgmt.Domain;

/// <summary>A target can only be handed down where at least one agent is active.</summary>
/// <param name="Branch">The branch.</param>
/// <param name="On">The day on which nobody is active.</param>
public sealed record SomebodyMustBeThereToTakeTheTargetRule(string Branch, LocalDate On) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("goal.nobody-active", ("branch", Branch), ("date", On));
}
