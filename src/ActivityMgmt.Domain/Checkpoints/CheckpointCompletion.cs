namespace ActivityMgmt.Domain;

/// <summary>What became of a decision: somebody says that it was carried out, or why it no longer needs to be.</summary>
/// <param name="By">Who says so: the decision's owner, or somebody who may decide there.</param>
/// <param name="On">When.</param>
/// <param name="Note">In their own words. Name no customers; notes are stored beside pseudonymous ids.</param>
public sealed record CheckpointCompletion(ActorId By, LocalDate On, string Note)
{
    /// <summary>In their own words.</summary>
    /// <exception cref="ArgumentException">The note is empty.</exception>
    public string Note { get; init; } = Guard.Against.NullOrWhiteSpace(Note);
}
