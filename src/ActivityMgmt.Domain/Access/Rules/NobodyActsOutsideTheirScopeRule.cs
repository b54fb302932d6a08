namespace ActivityMgmt.Domain;

/// <summary>Nobody sees or decides what their access scope doesn't reach.</summary>
/// <param name="Actor">Who asked.</param>
/// <param name="Action">What was to be done.</param>
/// <param name="Data">The kind of data.</param>
/// <param name="Subject">Whose data.</param>
/// <param name="Date">The day of the data.</param>
public sealed record NobodyActsOutsideTheirScopeRule(ActorId Actor, AccessAction Action, DataKind Data, Subject Subject, LocalDate Date) : IBusinessRule
{
    /// <inheritdoc/>
    public Reason Reason => Reason.Of(
        "access.outside-scope",
        ("actor", Actor.Value),
        ("action", ReasonValue.Term($"access.action.{Action}")),
        ("data", ReasonValue.Term($"access.data.{Data}")),
        ("subject", Subject.ToString()),
        ("date", Date));
}
