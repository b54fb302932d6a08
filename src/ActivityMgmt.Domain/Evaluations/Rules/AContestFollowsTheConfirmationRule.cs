namespace ActivityMgmt.Domain;

/// <summary>An evaluation is contested on the day of its confirmation or later.</summary>
/// <param name="Evaluation">The evaluation.</param>
/// <param name="On">The day that is too early.</param>
/// <param name="ConfirmedOn">The day on which it was confirmed.</param>
public sealed record AContestFollowsTheConfirmationRule(Evaluation Evaluation, LocalDate On, LocalDate ConfirmedOn) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("evaluation.contested-too-early", ("evaluation", Evaluation.Key), ("date", On), ("confirmed", ConfirmedOn));
}
