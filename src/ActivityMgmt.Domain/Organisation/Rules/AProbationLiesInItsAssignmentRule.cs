namespace ActivityMgmt.Domain;

/// <summary>The probation of a rank begins and ends within the assignment that has it.</summary>
/// <param name="Agent">Whom it concerns.</param>
/// <param name="Assignment">The assignment.</param>
/// <param name="ProbationUntil">The last day of the probation.</param>
/// <param name="Days">The days of the assignment.</param>
public sealed record AProbationLiesInItsAssignmentRule(AgentId Agent, FactReference Assignment, LocalDate ProbationUntil, DateSpan Days) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of(
        "organisation.probation-outside",
        ("agent", Agent.Value),
        ("date", ProbationUntil),
        ("days", Days.ToReasonValue()));
}
