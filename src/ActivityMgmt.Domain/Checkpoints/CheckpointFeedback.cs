namespace ActivityMgmt.Domain;

/// <summary>What somebody said about a checkpoint: the manager's feedback or the agent's answer.</summary>
/// <param name="By">Who said it.</param>
/// <param name="On">When.</param>
/// <param name="Note">In their own words. Name no customers; notes are stored beside pseudonymous ids.</param>
public sealed record CheckpointFeedback(ActorId By, LocalDate On, string Note)
{
    /// <summary>In their own words.</summary>
    /// <exception cref="ArgumentException">The note is empty.</exception>
    public string Note { get; init; } = Guard.Against.NullOrWhiteSpace(Note);
}
