namespace ActivityMgmt.Domain;

/// <summary>What somebody decides or says bears their own name; nobody acts in another's, the system neither.</summary>
/// <param name="Actor">Who called.</param>
/// <param name="By">In whose name it was to be stored.</param>
public sealed record NobodyActsInAnotherNameRule(ActorId Actor, ActorId By) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of("access.other-name", ("actor", Actor.Value), ("by", By.Value ?? ""));
}
